### Что стоит рядом с графиками: явка, поступление, карта.

chart-hour = Час
chart-by-hour = По часам
chart-voters = Избирателей к этому часу
chart-stations = Участков сообщило
chart-announced = Объявлено комиссией
chart-summed = Сумма сообщений участков
chart-by-protocols = По действующим протоколам
chart-no-reports = О явке не сообщали.
chart-as-table = Числа таблицей
chart-until = До
chart-came-in = Поступило
chart-in-all = Всего
chart-newest = Новейшие протоколы
chart-what = Что
chart-against = Доля против явки
chart-against-how = Каждый действующий протокол по явке и по доле кандидата:
chart-map = Карта равных квадратов
chart-map-how = Каждая комиссия — квадрат одного размера, по порядку номеров; число в нём — наибольшая доля, и чем темнее квадрат, тем она больше.
