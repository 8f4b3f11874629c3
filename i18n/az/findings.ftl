### Findings: what does not add up, and the figures that disagree.

## What a built-in finding says: a clause that figures may follow.

finding-t1 = Seçici fəallığı barədə məlumatlar uyğun gəlmir
finding-t2 = Bir saat üçün iki fəallıq məlumatı fərqlənir
finding-t3 = Səs verdiyi bildirilən seçicilərin sayı siyahılardakından çoxdur
finding-t4 = Məntəqələrin sayı olduğundan çox göstərilib
finding-s1 = Ümumi protokol öz protokollarının cəminə bərabər deyil
finding-s2-protocols = Ümumi protokolda tərtib edildiyi vaxt qüvvədə olanlardan başqa protokollar göstərilib
finding-s2-counters = Ümumi protokolun sayları düzgün deyil
finding-s3 = Bu ümumi protokol tərtib edildikdən sonra aşağı protokollar daxil olub və ya dəyişdirilib
finding-s4 = Ümumi protokol yenidən hesablana bilməz: əhatə etdiyi sənədlər hələ daxil olmamışdı
finding-s5 = Ümumi protokolda qüvvədə olan protokollar nəzərə alınmayıb; onlarla birlikdə namizədlərin sırası dəyişmir
finding-s6 = Ümumi protokolda qüvvədə olan protokollar nəzərə alınmayıb, onlarla birlikdə isə namizədlərin sırası başqadır
finding-o1 = Açılışda möhürlənmiş rəqəmlər dəyişdirilib
finding-o2 = Açılış rəqəmləri protokol daxil olmazdan əvvəl möhürlənməyib
finding-c1 = Müşahidəçinin surətində səslər protokoldakından fərqlidir
finding-c2 = Müşahidəçinin surəti protokoldan fərqlənir, lakin səslər üzrə yox
finding-d1 = Müəyyən edilmiş müddətdən sonra daxil olub
finding-d2 = Daxil olmayıb, müəyyən edilmiş müddət isə bitib
finding-l1 = Təsdiq edilmiş namizəd qüvvədə olan protokolların cəmində birinci deyil
finding-l2 = Təsdiq edilmiş namizəd hələlik birinci deyil, sənədlər isə hələ gözlənilir

## A figure that disagrees: as stated, and as it should be.

cell-t1-before = saat { $hour }: { $stated } seçici, əvvəl { $expected }
cell-t1-protocol = saat { $hour }: { $stated } seçici, protokolda { $expected }
cell-t2 = saat { $hour }: { $stated } seçici, əvvəlki məlumatda { $expected }
cell-t3 = { $item }: { $stated }, siyahılarda { $expected }
cell-t4 = saat { $hour }: { $expected } məntəqədən { $stated } göstərilib
cell-recomputed = { $item }: göstərilib { $stated }, yenidən hesablanıb { $expected }
cell-s3 = { $item }: № { $expected } hadisəsindən əvvəl tərtib edilib
cell-s4-unknown = { $stated } protokol, ümumi say məlum deyil
cell-s4 = { $expected } protokoldan { $stated } protokol
cell-left-out = { $item }: nəzərə alınmayan səslər { $expected }
cell-with-left-out = { $item }: onlarsız { $stated }, onlarla { $expected }
cell-o1 = { $item }: möhürlənib { $expected }, protokolda { $stated }
cell-copy = { $item }: surətdə { $stated }, protokolda { $expected }
cell-elected = { $item }, təsdiq edilib: { $stated }
cell-ahead = { $item }: { $expected } səs
cell-other = { $item }: { $stated }, gözlənilən { $expected }

## The counters of a summary.

counter-units = vahidlər
counter-received = alınmış protokollar
counter-taken-as-basis = əsas götürülmüş protokollar
counter-failed = baş tutmamış səsvermələr
counter-annulled = ləğv edilmiş protokollar

## Words in the lists of figures.

finding-no-figure = rəqəm yoxdur
finding-more = və daha { $more }
finding-candidate = namizəd № { $number }
finding-votes = namizədlərin səsləri
finding-check-fails = Formanın yoxlaması düz gəlmir
