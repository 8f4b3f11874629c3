### Aşkar olunanların və kodların səhifələrinin sözləri.

portal-code = Kod
portal-how-many = Sayı
portal-meaning = Nə deməkdir
portal-by-contest = Seçkilər üzrə
portal-what-was-found = Nə aşkar olunub
portal-what-to-do = Nə etməli
portal-checks-of-form = Bu seçkinin blankının yoxlamaları
portal-built-in-codes = Proqramın kodları
portal-findings-are = İmzalandığı şəkildə sənədlərdəki ziddiyyətlər və qeyri-adi hallar. Burada heç nə düzəldilmir: sənədi yalnız imzalanmış düzəliş dəyişir və ilk versiya qalır.
portal-list-of-them = Harada aşkar olunub
portal-previous = Əvvəlki
portal-next = Növbəti
portal-part-of = hissə { $part } / { $of }
