### What the pages of findings and of codes say.

portal-code = Code
portal-how-many = How many
portal-meaning = What it means
portal-by-contest = By contest
portal-what-was-found = What was found
portal-what-to-do = What to do
portal-checks-of-form = Checks of this election's paper
portal-built-in-codes = Codes of the program
portal-findings-are = Contradictions and rarities in the papers, as they were signed. Nothing is put right here: only a signed correction changes a paper, and the first version stays.
portal-list-of-them = Where it was found
portal-previous = Previous
portal-next = Next
portal-part-of = Part { $part } of { $of }
