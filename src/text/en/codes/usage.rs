//! U: usage and input.

use crate::text::Explanation;
use crate::text::codes::pair;

pub const U1: Explanation = pair(
    "The command was not given in a way that the program understands.",
    "Add --help to the command: it begins with two examples.",
);
pub const U2: Explanation = pair(
    "The system would not let the program read or write a file.",
    "Check the file's name, the free space and your rights to the folder, then run the command again. Nothing that was \
     acknowledged is lost.",
);
pub const U3: Explanation = pair(
    "A file is not of the kind that is needed here, or is cut off.",
    "Check that it is the right file, and copy it again from where it was made. The message names the place where \
     reading stopped.",
);
pub const U4: Explanation = pair(
    "A row or a value in a file is wrong. Nothing was written for it.",
    "Go to the line and column that the message names, correct the value and run the command again.",
);
pub const U5: Explanation = pair(
    "There is a file or folder of this name already, and the program writes over nothing.",
    "Choose another name, or move the old one away yourself.",
);
pub const U6: Explanation = pair(
    "The passphrase does not open the key file, or none could be asked for. Nothing was signed.",
    "Type it again; watch the keyboard's language and the capitals lock. Without a terminal, give --passphrase-file. \
     If it is lost, let the commission above take in a new key.",
);
pub const U7: Explanation = pair(
    "Another process is writing to this ledger, and only one may.",
    "Wait until it has ended, or end it yourself. Reading is possible all the while.",
);
pub const U8: Explanation = pair(
    "A question was not answered with yes, so nothing was done.",
    "Run the command again and answer yes if the figures are right. Without a terminal, give --yes.",
);
pub const U9: Explanation = pair(
    "What was asked for is not in this ledger.",
    "Check the spelling, and which ledger --ledger names. `protokol log` lists the events, `protokol show UNIT` a unit.",
);
pub const U10: Explanation = pair(
    "A scan that the submission names is not in the folder. Nothing was handed in.",
    "Put the scan beside the submission, under the name that the message gives, or name its folder with --attachments. \
     If it cannot be had now, hand the figures in with --without-attachments and the scan later.",
);
pub const U11: Explanation = pair(
    "The file under a scan's name is not the one that was signed. Nothing was handed in.",
    "Find the file as it was when the first member signed. If it is lost, make a new draft with the file that there is, \
     and have that signed.",
);
pub const U12: Explanation = pair(
    "The founding act says when figures are published, and that moment has not come. The ledger gives none before.",
    "Wait until then. `protokol show checkpoint` and `protokol verify` work at any time. A commission that must see the \
     figures on its own machine adds --inside.",
);
pub const U13: Explanation = pair(
    "This ledger was restored from what was published. What its log signed after that is not known, so it signs nothing \
     more here: it could contradict itself.",
    "Read it as you like. To go on, found a successor that names this log's last state: `protokol draft founding --succeeds \
     LEDGER --from FOLDER --log-key KEY`. If the old seal survived whole, restore again with --seal FILE.",
);
