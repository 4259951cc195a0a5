"""The categories of turnover that the law tells apart, and the codes of their rates."""

from dataclasses import dataclass

from calculators.kit.fields import Choice
from calculators.kit.rates import RateCode

EUR = "€"


class Caisse(Choice):
    """Which pension fund a liberal activity belongs to."""

    SSI = "ssi", "Régime général (Sécurité sociale des indépendants)"
    CIPAV = "cipav", "Cipav (profession réglementée de sa liste)"


class Registre(Choice):
    """Where the business is registered; it decides the chamber's tax and a craft's own levy."""

    COMMERCANT = "cci", "Commerçant (chambre de commerce)"
    ARTISAN = "cma", "Artisan (chambre de métiers)"
    AUCUN = "aucun", "Libéral seulement, sans chambre"


class Territoire(Choice):
    """Where the chamber and the reduced rates of overseas departments apply."""

    GENERAL = "general", "Métropole"
    ALSACE = "alsace", "Alsace"
    MOSELLE = "moselle", "Moselle"
    DROM = "drom", "Guadeloupe, Guyane, Martinique, La Réunion"


@dataclass(frozen=True, slots=True, eq=False)
class Categorie:
    """A category: its short name in the codes of lines, its codes in the tables of rates."""

    nom: str
    libelle: str
    serie: str  # cotisations_<serie>, acre_taux_…_<serie>, cotisations_drom_<serie>_…
    repartition: str
    abattement: RateCode
    versement: RateCode | None  # none: no rate was found in any source
    trimestre: RateCode
    cfp: RateCode
    chambre: str = ""  # taxe_chambre_cci_<chambre>; a liberal activity pays none

    @property
    def cotisations(self) -> RateCode:
        """Contributions, full rate."""
        return RateCode(f"cotisations_{self.serie}")

    def acre(self, depuis: str) -> RateCode:
        """The rate with ACRE of creations before or since July 2026."""
        return RateCode(f"acre_taux_{depuis}_2026_07_{self.serie}")

    def drom(self, palier: str) -> RateCode:
        """The rate of overseas departments by the age of the business."""
        return RateCode(f"cotisations_drom_{self.serie}_{palier}")

    def taxe_chambre(self, registre: Registre, territoire: Territoire) -> RateCode | None:
        """The chamber's tax; Alsace and Moselle have their own chambers of trades."""
        if not self.chambre or registre is Registre.AUCUN:
            return None
        local = territoire in (Territoire.ALSACE, Territoire.MOSELLE)
        place = f"_{territoire.value}" if local and registre is Registre.ARTISAN else ""
        return RateCode(f"taxe_chambre_{registre.value}_{self.chambre}{place}")

    def taux_cfp(self, registre: Registre) -> RateCode:
        """The training levy: a craft trade has its own, whatever it sells."""
        return CFP_ARTISAN if self.chambre and registre is Registre.ARTISAN else self.cfp

    def part(self, branche: str) -> RateCode:
        """Share of a branch in the contribution, CSS D613-6."""
        return RateCode(f"repartition_{self.repartition}_{branche}")

    @property
    def est_service(self) -> bool:
        """Whether it counts towards the ceilings of services."""
        return self.nom != "ventes"


CFP_ARTISAN = RateCode("cfp_artisanal")
VENTES = Categorie(
    "ventes", "Ventes de marchandises", "vente_bic", "vente_bic",
    RateCode("abattement_vente_hebergement"), RateCode("versement_liberatoire_vente_bic"),
    RateCode("trimestre_ca_pour_1_vente", EUR), RateCode("cfp_vente_commerciale"), "vente",
)  # fmt: skip
SERVICES = Categorie(
    "services", "Prestations commerciales ou artisanales", "service_bic", "service_bic",
    RateCode("abattement_service_bic"), RateCode("versement_liberatoire_service_bic"),
    RateCode("trimestre_ca_pour_1_service_bic", EUR), RateCode("cfp_service_commercial"), "service",
)  # fmt: skip
LIBERAL = Categorie(
    "liberal", "Activité libérale", "bnc_ssi", "bnc_ssi",
    RateCode("abattement_bnc"), RateCode("versement_liberatoire_bnc"),
    RateCode("trimestre_ca_pour_1_bnc_ssi", EUR), RateCode("cfp_bnc_ssi"),
)  # fmt: skip
CIPAV = Categorie(
    "liberal", "Activité libérale (Cipav)", "bnc_cipav", "bnc_cipav",
    RateCode("abattement_bnc"), RateCode("versement_liberatoire_bnc"),
    RateCode("trimestre_ca_pour_1_bnc_cipav", EUR), RateCode("cfp_bnc_cipav"),
)  # fmt: skip
MEUBLES = Categorie(
    "meubles", "Meublés de tourisme classés", "meuble_tourisme_classe", "",
    RateCode("abattement_meuble_classe_chambre_hote"), None,
    RateCode("trimestre_ca_pour_1_meuble_classe", EUR), RateCode("cfp_vente_commerciale"),
)  # fmt: skip
CATEGORIES = (VENTES, SERVICES, LIBERAL, CIPAV, MEUBLES)
BRANCHES = ("maladie_maternite", "invalidite_deces", "retraite_base", "retraite_complementaire",
            "csg_crds_autres")  # fmt: skip
