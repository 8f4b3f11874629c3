### Files that cannot be read or written. $error is what the system says, in its own language.

file-exists = { $file } exists already
    .remedy = choose another name, or move it away first; nothing is ever written over
file-not-read = cannot read { $file }: { $error }
file-folder-not-read = cannot read the folder { $file }: { $error }
file-not-written = cannot write { $file }: { $error }
file-not-created = cannot create { $file }: { $error }
file-not-made = cannot make { $file }: { $error }
file-not-cut = cannot cut { $file }: { $error }
file-not-kept = cannot keep { $file }: { $error }
file-not-locked = cannot lock { $file }: { $error }
file-not-protected = cannot protect { $file }: { $error }
file-not-set-aside = cannot set aside { $file }: { $error }
file-check-name = check the name; nothing was written
file-name-a-file = name a file, not a folder; nothing was written
file-name-a-folder = name a folder, not a file; nothing was written
file-other-name = choose another name; nothing is ever written over
file-make-readable = make it readable for you, and run it again; nothing was written
file-make-writable = make the place writable for you, or choose another one, and run it again
file-free-space = free some space and run it again; nothing that was acknowledged is lost
file-see-to-disk = see that the disk is sound, and run it again; nothing that was acknowledged is lost
