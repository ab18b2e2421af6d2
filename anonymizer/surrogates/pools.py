"""The names that surrogates are taken from: Faker's lists, without those that would mislead."""

from functools import cache
from importlib import import_module

from anonymizer.fold import fold
from anonymizer.lexicon import Lexicon, words
from anonymizer.phi import Lang

_MISLEADING: tuple[Lexicon, ...] = (
    *("ordinary", "eponyms", "drugs", "species", "professions", "specialties"),
    *("nationalities", "regions", "countries", "trades", "titles", "streets"),
    *("devices", "acronyms"),
)
_LOCALES = {Lang.FR: "fr_FR", Lang.EN: "en_GB"}
# languages in Latin letters whose names families of two countries bear
_ABROAD = (
    *("ar_DZ", "cs_CZ", "da_DK", "de_DE", "en_IN", "en_KE", "en_NG", "en_PK", "en_US", "es_ES"),
    *("fi_FI", "fr_BE", "fr_CA", "fr_DZ", "ga_IE", "ha_NG", "hr_HR", "hu_HU", "ig_NG", "it_IT"),
    *("nl_NL", "no_NO", "pl_PL", "pt_PT", "ro_RO", "sv_SE", "tr_TR", "tw_GH", "vi_VN", "yo_NG"),
)
# Names of diseases, signs, scores and public figures, and words that a reader would not take for
# a name. The lexicons of the caller forbid more; these are never issued.
_NOT_NAMES = """
adams addison ahmed aime akhtar alexander alexandria alexandrie ali allen amber andre ange
angela archer armstrong arnaude aurore austin baker baldwin ball banks barbe barber barbier
barker barlow baron barre barrett bazin becker begue begum bell bennett berger berry beth bibi
birch bird bishop black blanc bolton bond boucher boulanger bourdon bourgeois bowen boyle breton
brown bruce brun buisson bull burkitt burns butcher butler byrne camus capucine carpenter
carpentier carr celina chamberlain chambers chan chandler chartier chelsea chevalier chretien
clark clarke clerc cohen colas cole collier constance cook cooper costa courtois cousin
couturier cox crohn cross cunningham dale davies dawn day dean denis dennis diallo diaz
dickinson douglas dubois duke duncan dupre dupuy dyer ellis farmer field finch fischer fisher
fleming fontaine ford foucher fournier fowler fox france francis frank fraser freeman french
frost fry fuller gail gardner gay georgia gibson gilbert gill glover gordon grace graham grant
gray green grenier griffiths gros hale hall hamilton hammond hancock hardy harris hart harvey
hazel heath heather henderson hill hobbs hodgson holden holland holly holmes holt honore hope
hortense horton howell hudson hughes hunt hunter hurst hussain hutchinson imbert iqbal jackson
jacob jade jasmine jay john johnson joly jones jordan joseph joyce june kaur kay kennedy kent
kerr khan kim king klein knight labbe lacroix laine lamb lamy lane lange langlois laporte law
leach leblanc lebrun leduc lee lees leger legrand lejeune leonard levy lewis little lloyd
loiseau lombard long lord lorraine lowe luce lucy lynch mace maggie mahmood mann marchand
marechal margaret margaud marie marin marine marion marsh marshall martel martins marty mason
masse max may menard mercier merle meyer miah miles miller mills mistry mitchell molly moore
morel morgan morris morton moss moulin muller murphy nash nath neveu newman newton nixon noble
noel normand north norton olive olivie osborne page pages paget paige parent paris parker
parkinson parks pascal patel paul peacock pearson penelope perrin petit petitjean picard pierre
pons poole pope porter potier potter potts poulain power pratt preston price rahman ramos ray
read reed rees renard rey reynolds rice riviere robin robinson roche rocher roger roland rose
rosemary ross rossi rousset roux rowe rowley roy royer russell salmon sanchez sauvage savage
schmitt schneider scott shah sharp sharpe shepherd short simmons sims singh skinner slater smart
smith spencer steele stevens stewart stokes stone sullivan summers susan susanne sutton swift
taylor thomas thomson tina todd toussaint turner tyler vaillant valentin vallee verdier victoire
victor victoria voisin wade wagner walker wall wallace wallis ward warner warren waters weber
webster weiss wells west wheeler white whitehead william williams wilson winter wong wood woods
wright young
"""
_NEVER = frozenset(_NOT_NAMES.split())
_UNISEX = {
    Lang.FR: ("Camille", "Claude", "Dominique", "Alix", "Sacha", "Maxence", "Lou", "Morgan"),
    Lang.EN: ("Alex", "Ashley", "Jamie", "Leslie", "Robin", "Sam", "Charlie", "Terry"),
}


@cache
def _lists(lang: Lang) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return Faker's family names, female and male given names, in Faker's order.

    Only the provider's module is loaded: no Faker object is made.
    """
    provider = import_module(f"faker.providers.person.{_LOCALES[lang]}").Provider
    lists = (provider.last_names, provider.first_names_female, provider.first_names_male)
    families, female, male = (tuple(dict.fromkeys(names)) for names in lists)
    return families, female, male


@cache
def _folded() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the folded family, female and male names of both languages."""
    both = tuple(zip(*(_lists(lang) for lang in Lang), strict=True))
    families, female, male = (
        frozenset(fold(name) for names in lists for name in names) for lists in both
    )
    return families, female, male


@cache
def families(lang: Lang) -> tuple[str, ...]:
    """Return family names of one word that are no given name and mislead nobody."""
    _, female, male = _folded()
    return tuple(
        name
        for name in _lists(lang)[0]
        if name.isalpha() and fold(name) not in female | male | _NEVER | words("given_common")
    )


@cache
def given(lang: Lang, gender: str) -> tuple[tuple[str, ...], ...]:
    """Return the given names of a gender; of an unknown one those of either first, then all."""
    _, female, male = _lists(lang)
    both = frozenset(female) & frozenset(male)
    names = {"female": female, "male": male}.get(gender)
    tiers = (names,) if names else (_UNISEX[lang], (*female, *male))
    family = _folded()[0]
    return tuple(
        tuple(
            name
            for name in tier
            if name.isalpha() and name not in both and fold(name) not in family | _NEVER
        )
        for tier in tiers
    )


def gender_of(key: str, lang: Lang) -> str:
    """Return the gender that a folded given name says, "" if either may bear it or it is unknown.

    The names of ``lang`` decide first: Jean is a man in French, a woman in English.

    >>> gender_of("jean", Lang.FR), gender_of("jean", Lang.EN), gender_of("camille", Lang.FR)
    ('male', 'female', '')
    """
    if key in _either():
        return ""
    for female, male in (_genders(lang), _folded()[1:], _abroad()):
        if (key in female) != (key in male):
            return "female" if key in female else "male"
    return ""


@cache
def _abroad() -> tuple[frozenset[str], frozenset[str]]:
    """Return the folded female and male given names of the other languages that Faker knows."""
    providers = [import_module(f"faker.providers.person.{name}").Provider for name in _ABROAD]
    female, male = (
        frozenset(fold(name) for each in providers for name in getattr(each, key, ()))
        for key in ("first_names_female", "first_names_male")
    )
    return female, male


@cache
def _genders(lang: Lang) -> tuple[frozenset[str], frozenset[str]]:
    _, female, male = _lists(lang)
    return frozenset(map(fold, female)), frozenset(map(fold, male))


@cache
def _either() -> frozenset[str]:
    return frozenset(fold(name) for names in _UNISEX.values() for name in names)


def is_given(key: str) -> bool:
    """Tell whether a folded word is a given name more than a family name, by the lexicons.

    >>> is_given("elise"), is_given("delmas")
    (True, False)
    """
    _, female, male = _folded()
    if key in female or key in male or key in _either() or key in words("given_common"):
        return True
    return key in words("given_names") and key not in words("family_names")


def misleads(key: str) -> bool:
    """Tell whether a folded word is no surrogate: an ordinary word, an eponym, a drug."""
    return any(key in words(name) for name in _MISLEADING)
