### Scans and photographs: what they are, whether they are there, and why a submission waits for them.

attachment-line = { $name }, { $media }, { $bytes ->
        [one] { $bytes } byte
       *[other] { $bytes } bytes
    }, BLAKE3 { $digest }
kept-there = there
kept-missing = missing
kept-altered = not the file that was signed
kept-elsewhere = scans are not published with a log
attachment-missing = The scan “{ $name }” is not in { $folder }. Nothing was handed in.
    .remedy = Put it there, or name its folder with --attachments. If it cannot be had now, hand the figures in with --without-attachments, and the scan later.
attachment-differs = The scan “{ $name }” in { $folder } is not the file that was signed. Nothing was handed in.
    .remedy = Find the { $media } of { $bytes ->
        [one] { $bytes } byte
       *[other] { $bytes } bytes
    } whose SHA-256 begins with { $digest }. If it is lost, make a new draft with the file that there is, and have that signed.
