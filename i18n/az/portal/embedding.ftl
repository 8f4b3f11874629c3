### Ekranın və yerləşdirmə səhifəsinin sözləri.

embed-lead = HTML-in bir sətri nəticələri başqa səhifəyə yerləşdirir. Onlar özləri yenilənir və həmişə hansı nəzarət nöqtəsinə aid olduqlarını deyir.
embed-site-is = SITE bu səhifələrin yerləşdiyi ünvanı bildirir.
embed-as-table = Cədvəl kimi
embed-as-image = Şəkil kimi
embed-stop-turning = Növbələşməni dayandır
embed-go-on-turning = Növbələşməni davam etdir
embed-all-pages = Bütün səhifələr
