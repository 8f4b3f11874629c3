### What the columns of an exported table mean: its data dictionary. Each is a sentence.

column-contest = Seçki, işarəsi ilə.
column-contest-title = Seçkinin adı, cədvəlin dilində.
column-unit = Ən aşağı səviyyəli vahid, işarəsi ilə. Bu, mətndir: 01.010 ilə 1.01 eyni deyil.
column-unit-name = Vahidin adı; yoxdursa, boşdur.
column-parent-name = Yuxarı vahidin adı, adı yoxdursa, işarəsi.
column-parent = Yuxarı vahid, işarəsi ilə.
column-item = Formanın göstəricisi, qüvvədə olan protokoldakı kimi; belə protokol yoxdursa, boşdur.
column-votes = Səslər, qüvvədə olan protokoldakı kimi; belə protokol yoxdursa, boşdur.
column-candidate = Seçkinin bülletenində bu nömrə ilə duran namizədin adı, cədvəlin dilində.
column-candidate-number = Namizədin bülletendəki nömrəsi.
column-nominator = Namizədi kim irəli sürüb; özü irəli sürübsə və ya bilinmirsə, boşdur.
column-office = Seçkinin adı; namizədsiz sətirlərdə nəyin sayıldığı: Registered Voters, Ballots Cast.
column-district = Seçkinin keçirildiyi vahid; bütün ölkədirsə, boşdur.
column-status = Protokolun vəziyyəti: reported (sətirdə rəqəm var), awaited, opened, annulled və ya failed (rəqəm yoxdur).
column-voting = Hansı səsvermə: 1, hər təkrar səsvermə üçün bir artıq.
column-version = Protokolun hansı variantı qüvvədədir: düzəldilməyibsə, 1.
column-sequence = Sətrin götürüldüyü hadisənin reyestrdəki yeri.
column-event = Həmin hadisənin heşi: show və export --receipt onu qəbul edir.
column-arrival = Həmin hadisənin gəldiyi vaxt, UTC.
column-form-serial = Kağız blankın seriya nömrəsi.
column-completed-at = Komissiyanın protokolu tərtib etdiyi vaxt, UTC.
column-any-unit = İstənilən səviyyənin vahidi, işarəsi ilə. Bu, mətndir: 01.010 ilə 1.01 eyni deyil.
column-tier = Vahidin səviyyəsi, təsis aktında adlandırıldığı kimi.
column-polling-day = İnsanların səs verdiyi gün, seçki keçirilən ölkənin saatı ilə.
column-item-key = Formanın bəndi, açarı ilə.
column-item-label = Bəndin kağızdakı adı, cədvəlin dilində.
column-item-role = Bəndin nəyi saydığı: electorate, turnout, valid və ya invalid; heç biri deyilsə, boşdur.

### What the rows of an exported table are. Each is a sentence.

table-whole = Seçkinin nəticələri reyestrdə olduğu kimi: komissiyaların imzaladığı, protokol-protokol.
table-units = Hər səviyyənin hər vahidi üçün bir sətir.
table-contests = Təyin edilmiş hər seçki üçün bir sətir.
table-candidates = Bülletendəki hər namizəd üçün bir sətir.
table-items = Formanın hər bəndi üçün bir sətir.
table-papers = Gözlənilən hər protokol üçün bir sətir və onun vəziyyəti.
table-figures = Qüvvədə olan hər protokolun hər bəndi üçün bir sətir.
table-votes = Qüvvədə olan hər protokolun hər namizədi üçün bir sətir.
table-protocols = Gözlənilən hər protokol üçün bir sətir, hər bənd və hər namizəd bir sütundur.
table-results = Hər namizəd və vahid üçün bir sətir, OpenElections sütunlarında.
