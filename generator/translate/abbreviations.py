"""Words that bear a full stop without ending a sentence, and words that begin one."""

from types import MappingProxyType
from typing import Final

from anonymizer.phi import Lang


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# whatever follows them: a name, an example, what is compared
_LEANING_BOTH: Final = _words(
    "dr drs pr prs prof m mm mr mrs ms st ste vs i.e e.g cf approx ca resp"
)
# before a number alone: « en janv. 2020 », "fig. 2"; before a word they may end a sentence
_COUNTED_BOTH: Final = _words(
    "oct nov jan p pp fig figs vol no nos art tab éd ed env min max moy temp "
    "h hr j d sem mth yr cp cps cpr gél amp inj tbl tabl bol mg g kg ml l cm mm gy"
)

LEANING: Final = MappingProxyType(
    {
        Lang.FR: _LEANING_BOTH
        | _words("dre pre me mgr p.ex ex c.-à-d c-à-d càd n.b nb réf tél bd av sté dép svc"),
        Lang.EN: _LEANING_BOTH
        | _words("jr sr messrs hon rev gen col capt lt sgt viz dept univ mt ref tel ave blvd"),
    }
)
COUNTED: Final = MappingProxyType(
    {
        Lang.FR: _COUNTED_BOTH
        | _words("janv févr fév fevr fev avr juil sept déc dec n chap num fasc éq éd env ann inj"),
        Lang.EN: _COUNTED_BOTH | _words("feb mar apr jun jul aug sep sept dec ch sec nr eq incl"),
    }
)
# what follows a letter or an acronym with a full stop only where a new sentence begins
STARTERS: Final = MappingProxyType(
    {
        Lang.FR: _words(
            "le la les l un une des du de d il elle ils elles on ce cet cette ces c cela ceci son "
            "sa ses leur leurs en au aux à a après avant depuis dès pendant lors devant chez dans "
            "sur sous pour par avec sans pas aucun aucune et mais puis ensuite enfin or donc car "
            "ainsi alors cependant toutefois malgré si quand comme tout toute tous toutes quel "
            "patient patiente nous notre nos je y n s qu"
        ),
        Lang.EN: _words(
            "the a an he she it they we i his her its their our this that these those there in on "
            "at after before since during for from by with without to no not and but then next "
            "finally however although when while as if all both each any some what who patient "
            "despite because thus therefore one two three"
        ),
    }
)
# before them a lone capital is an initial: « vu par J. Martin »
BEFORE_A_NAME: Final = MappingProxyType(
    {
        Lang.FR: _words("par de d à chez avec et pour le la au dr pr mme mlle m mr docteur"),
        Lang.EN: _words("by of to with from and for the dr mr mrs ms prof doctor"),
    }
)
