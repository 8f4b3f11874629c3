### How everything is checked: the page says it.

checking-lead = Every number on these pages is recomputed from signed papers. You need not believe whoever shows them.
checking-in-browser = In this browser
checking-in-browser-how = One page, which also works from a disk and without a line, recomputes everything on your own machine: every signature, every rule, every sum. It takes a receipt, a folder of the log, evidence, or the log itself.
checking-open-page = Open the page that checks
checking-page-digest = SHA-256 of that page:
checking-page-digest-why = Whoever serves a page could serve a false one. Compare its digest with the one on a paper that a commission hung out, or take the page from somebody you trust.
checking-by-eye = By eye
checking-by-eye-how = Compare the fingerprint at the foot of a page with the one that another person sees at the same checkpoint, on another line, or in print. If they differ, the two of you were shown different logs: keep both, and tell somebody.
checking-with-program = With the program
checking-with-program-how = It reads the published log, recomputes everything, and ends with one word. The policy names whose keys and which witnesses you believe: take it from somebody other than whoever runs this site.
checking-with-others = With other people's programs
checking-with-others-how = The log is published as C2SP tiles with signed checkpoints, as other transparency logs are. Programs that strangers wrote read and verify it.
checking-log-is-at = These are its addresses:
checking-not-out-yet = The log is not out here yet. It comes with the first event after the time from which the law lets figures out.
checking-proves = What that proves: which papers were signed, by whom, in which order, and that the sums are their sums.
checking-proves-not = What it does not prove: that the ballots were counted honestly. Hold the protocols against what was hung out at the polling station.
checking-own-key = The log's key, as the log itself names it. Get it from elsewhere to be sure whose it is:
