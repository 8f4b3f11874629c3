// Judges checkpoints, receipts and consistency proofs with Go's checksum-database library alone, the pure checks of
// golang.org/x/mod/sumdb/note and golang.org/x/mod/sumdb/tlog. Its tile reader is not used: it believes forged tiles.
//
//	usage: verify CASES
//
// CASES holds one JSON object a line, each with a name, a kind and what is expected of it:
//
//	{"kind": "checkpoint",  "name": …, "expect": true, "vkey": …, "note": …}
//	{"kind": "receipt",     "name": …, "expect": true, "vkey": …, "receipt": …}
//	{"kind": "consistency", "name": …, "expect": true, "old": 5, "old_root": …, "new": 9, "new_root": …, "proof": […]}
//
// The first case that is judged otherwise ends it with exit code 1. Files that are not as above: exit code 2.
package main

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// A testCase is one line of the file.
type testCase struct {
	Kind    string   `json:"kind"`
	Name    string   `json:"name"`
	Expect  bool     `json:"expect"`
	Vkey    string   `json:"vkey"`
	Note    string   `json:"note"`
	Receipt string   `json:"receipt"`
	Old     int64    `json:"old"`
	OldRoot string   `json:"old_root"`
	New     int64    `json:"new"`
	NewRoot string   `json:"new_root"`
	Proof   []string `json:"proof"`
}

func main() {
	if len(os.Args) != 2 {
		fail(2, "usage: verify CASES")
	}
	file, err := os.Open(os.Args[1])
	if err != nil {
		fail(2, "%v", err)
	}
	decoder := json.NewDecoder(file)
	decoder.DisallowUnknownFields()
	accepted, refused := map[string]int{}, map[string]int{}
	for number := 1; ; number++ {
		var one testCase
		if err := decoder.Decode(&one); err == io.EOF {
			break
		} else if err != nil {
			fail(2, "case %d: %v", number, err)
		}
		err := one.judge()
		if (err == nil) != one.Expect {
			fail(1, "case %d, %s %s: expected %v, found: %v", number, one.Kind, one.Name, one.Expect, err)
		}
		if err == nil {
			accepted[one.Kind]++
		} else {
			refused[one.Kind]++
		}
	}
	for _, kind := range []string{"checkpoint", "receipt", "consistency"} {
		fmt.Printf("%s: %d accepted, %d refused\n", kind, accepted[kind], refused[kind])
	}
}

func fail(code int, format string, arguments ...any) {
	fmt.Fprintf(os.Stderr, format+"\n", arguments...)
	os.Exit(code)
}

// judge says why a case is refused.
func (c *testCase) judge() error {
	switch c.Kind {
	case "checkpoint":
		_, err := openCheckpoint(c.Vkey, c.Note)
		return err
	case "receipt":
		return checkReceipt(c.Vkey, c.Receipt)
	case "consistency":
		return c.checkConsistency()
	}
	fail(2, "%s: an unknown kind, %s", c.Name, c.Kind)
	return nil
}

// openCheckpoint verifies a signed checkpoint of the log with a verifier key.
func openCheckpoint(vkey, signed string) (tree tlog.Tree, err error) {
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return tree, err
	}
	opened, err := note.Open([]byte(signed), note.VerifierList(verifier))
	if err != nil {
		return tree, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[3] != "" || lines[0] != verifier.Name() {
		return tree, errors.New("not three lines, or of another log")
	}
	if tree.N, err = parseNumber(lines[1]); err != nil {
		return tree, err
	}
	tree.Hash, err = tlog.ParseHash(lines[2])
	return tree, err
}

// checkReceipt verifies a C2SP tlog-proof, whose extra data is the entry.
func checkReceipt(vkey, receipt string) error {
	head, signed, found := strings.Cut(receipt, "\n\n")
	lines := strings.Split(head, "\n")
	if !found || len(lines) < 3 || lines[0] != "c2sp.org/tlog-proof@v1" {
		return errors.New("not a receipt with an entry")
	}
	entry, err := parseBytes(strings.TrimPrefix(lines[1], "extra "))
	if err != nil || !strings.HasPrefix(lines[1], "extra ") {
		return errors.New("no entry")
	}
	index, err := parseNumber(strings.TrimPrefix(lines[2], "index "))
	if err != nil || !strings.HasPrefix(lines[2], "index ") {
		return errors.New("no index")
	}
	proof, err := parseHashes(lines[3:])
	if err != nil {
		return err
	}
	tree, err := openCheckpoint(vkey, signed)
	if err != nil {
		return err
	}
	return tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entry))
}

func (c *testCase) checkConsistency() error {
	roots, err := parseHashes([]string{c.OldRoot, c.NewRoot})
	if err != nil {
		return err
	}
	proof, err := parseHashes(c.Proof)
	if err != nil {
		return err
	}
	return tlog.CheckTree(proof, c.New, roots[1], c.Old, roots[0])
}

// parseNumber reads a decimal number in its one spelling.
func parseNumber(text string) (int64, error) {
	number, err := strconv.ParseInt(text, 10, 64)
	if err != nil || number < 0 || strconv.FormatInt(number, 10) != text {
		return 0, fmt.Errorf("not a number: %q", text)
	}
	return number, nil
}

// parseBytes reads base64 in its one spelling.
func parseBytes(text string) ([]byte, error) {
	data, err := base64.StdEncoding.DecodeString(text)
	if err != nil || base64.StdEncoding.EncodeToString(data) != text {
		return nil, fmt.Errorf("not base64: %q", text)
	}
	return data, nil
}

func parseHashes(lines []string) ([]tlog.Hash, error) {
	var hashes []tlog.Hash
	for _, line := range lines {
		data, err := parseBytes(line)
		if err != nil || len(data) != tlog.HashSize {
			return nil, fmt.Errorf("not a hash: %q", line)
		}
		hashes = append(hashes, tlog.Hash(*(*[tlog.HashSize]byte)(data)))
	}
	return hashes, nil
}
