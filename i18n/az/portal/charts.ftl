### Qrafiklərin yanında duranlar: fəallıq, daxilolmalar, xəritə.

chart-hour = Saat
chart-by-hour = Saatlar üzrə
chart-voters = O vaxtadək seçicilər
chart-of-listed = Siyahılardakı seçicilərdən
chart-stations = Məlumat verən məntəqələr
chart-announced = Komissiyanın elan etdiyi
chart-summed = Məntəqələrin məlumatlarının cəmi
chart-by-protocols = Qüvvədə olan protokollara görə
chart-no-reports = Fəallıq barədə məlumat verilməyib.
chart-as-table = Rəqəmlər cədvəl kimi
chart-until = Vaxtadək
chart-came-in = Daxil olub
chart-in-all = Cəmi
chart-newest = Ən yeni sənədlər
chart-what = Nə
chart-against = Pay fəallığa qarşı
chart-against-how = Qüvvədə olan hər protokol fəallığına və bu namizədin payına görə:
chart-map = Bərabər kvadratlar xəritəsi
chart-map-how = Hər vahid eyni ölçülü kvadratdır, nömrələrinin sırası ilə; içindəki rəqəm ən böyük paydır, kvadrat tünd olduqca o da böyükdür. Ondan əvvəl bu payı alanın nömrəsi durur; qırıq kənar göstərir ki, ümumilikdə ən çox səsi başqası toplayıb.
portal-first-of = Cəmi { $of } vahiddən ilk { $shown } göstərilir. Hamısı:
