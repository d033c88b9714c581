"""Month names and halves of the day as apps write them in some thirty languages."""

# ruff: noqa: RUF001 - letters of other alphabets are meant

import unicodedata
from functools import lru_cache
from typing import Final

# One line of words for each month, folded: lower case, no accents, no full stops.
_WORDS: Final = (
    (
        "jan january januar janv janvier ene enero janeiro gen gennaio januari oca "
        "ocak янв января январь sty stycznia styczen led ledna leden januara tammi "
        "tammikuuta tammikuu ian ianuarie яну януари січ січня січень ιαν "
        "ιανουαριου ιανουαριοσ gener saus sausio sausis janvaris jaan jaanuar ינואר "
        "يناير ژانویه"
    ),
    (
        "feb february februar fevr fevrier febrero fev fevereiro febbraio februari "
        "sub subat февр февраля февраль lut lutego luty uno unora unor februara "
        "helmi helmikuuta helmikuu febr februarie фев февруари лют лютого лютии φεβ "
        "φεβρουαριου φεβρουαριοσ febrer vas vasario vasaris februaris veebr "
        "veebruar פברואר فبراير فوریه"
    ),
    (
        "mar march marz mars marzo marco mrt maart mart мар марта март marca marzec "
        "bre brezna brezen marec marts maalis maaliskuuta maaliskuu marc marcius "
        "martie бер березня березень μαρ μαρτιου μαρτιοσ maret kov kovo kovas מרץ "
        "مارس"
    ),
    (
        "apr april avr avril abr abril aprile nis nisan апр апреля апрель kwi "
        "kwietnia kwiecien dub dubna duben aprila huhti huhtikuuta huhtikuu aprilis "
        "aprilie април квіт квітня квітень απρ απριλιου απριλιοσ bal balandzio "
        "balandis aprill אפריל ابريل اوریل"
    ),
    (
        "may mai mayo maio mag maggio mei mayıs мая маи maj maja kve kvetna kveten "
        "touko toukokuuta toukokuu majus трав травня травень μαι μαιου μαιοσ maig "
        "geg geguzes geguze maijs מאי مايو مه"
    ),
    (
        "jun june juni juin junio junho giu giugno haz haziran июн июня июнь cze "
        "czerwca czerwiec cvn cervna cerven juna kesa kesakuuta kesakuu junius iun "
        "iunie юни черв червня червень ιουν ιουνιου ιουνιοσ juny birz birzelio "
        "birzelis junijs juuni junij יוני يونيو ژوين"
    ),
    (
        "jul july juli juil juillet julio julho lug luglio tem temmuz июл июля июль "
        "lip lipca lipiec cvc cervence cervenec jula heina heinakuuta heinakuu "
        "julius iul iulie юли лип липня липень ιουλ ιουλιου ιουλιοσ juliol liep "
        "liepos liepa julijs juuli julij יולי يوليو ژويیه"
    ),
    (
        "aug august aout ago agosto augustus agu agustos авг августа август sie "
        "sierpnia sierpien srp srpna srpen augusta augusti elo elokuuta elokuu "
        "augusztus серп серпня серпень αυγ αυγουστου αυγουστοσ ag agost agustus "
        "rugp rugpjucio rugpjutis augusts avg avgust אוגוסט اغسطس اوت"
    ),
    (
        "sep september sept septembre septiembre set setembro settembre eyl eylul "
        "сент сентября сентябрь wrz wrzesnia wrzesien zar zari septembra syys "
        "syyskuuta syyskuu szept szeptember septembrie сеп септември вер вересня "
        "вересень σεπ σεπτεμβριου σεπτεμβριοσ setembre rugs rugsejo rugsejis "
        "septembris ספטמבר سبتمبر سپتامبر sent"
    ),
    (
        "oct october okt oktober octobre octubre out outubro ott ottobre eki ekim "
        "окт октября октябрь paz pazdziernika pazdziernik rij rijna rijen oktobra "
        "loka lokakuuta lokakuu octombrie октомври жовт жовтня жовтень οκτ "
        "οκτωβριου οκτωβριοσ spal spalio spalis oktobris oktoober אוקטובר اكتوبر "
        "اکتبر"
    ),
    (
        "nov november novembre noviembre novembro kas kasım нояб ноября ноябрь lis "
        "listopada listopad listopadu novembra marras marraskuuta marraskuu "
        "noiembrie ное ноември лист листопада листопад νοε νοεμβριου νοεμβριοσ "
        "lapkr lapkricio lapkritis novembris נובמבר نوفمبر نوامبر"
    ),
    (
        "dec december dez dezember decembre dic diciembre dezembro dicembre ara "
        "aralık дек декабря декабрь gru grudnia grudzien pro prosince prosinec "
        "decembra des desember joulu joulukuuta joulukuu decembrie декември груд "
        "грудня грудень δεκ δεκεμβριου δεκεμβριοσ desembre gruod gruodzio gruodis "
        "decembris dets detsember דצמבר ديسمبر دسامبر"
    ),
)
_BEFORE_NOON: Final = frozenset(
    ("a", "am", "vm", "fm", "oo", "дп", "пр", "πμ", "上午", "午前", "오전", "ص")
)
_AFTER_NOON: Final = frozenset(
    ("p", "pm", "nm", "em", "os", "пп", "сл", "μμ", "下午", "午後", "오후", "م")
)
_NUMBERS: Final = {
    word: number for number, line in enumerate(_WORDS, 1) for word in line.split()
}


@lru_cache(maxsize=1024)
def folded(word: str) -> str:
    """Return a word in lower case, without accents and full stops."""
    parts = unicodedata.normalize("NFKD", word.casefold().replace(".", ""))
    plain = "".join(part for part in parts if not unicodedata.combining(part))
    return unicodedata.normalize("NFC", plain)


def month_of(word: str) -> int | None:
    """Return 1 to 12 for the name of a month in a known language, else None."""
    return _NUMBERS.get(folded(word))


def is_afternoon(word: str) -> bool | None:
    """Tell AM (False) from PM (True) in a known language; None for any other word."""
    plain = folded(word)
    if plain in _AFTER_NOON:
        return True
    return False if plain in _BEFORE_NOON else None
