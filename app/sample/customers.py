"""The hotels, cafés and shops that Harbour Road Distribution serves; none of them exists."""

from __future__ import annotations

from dataclasses import dataclass

BOOK = """
Alder & Finch|alder-finch|Lange Nieuwstraat 14|2000 Antwerpen|Belgium|a
Maple Row Kitchens|maple-row|Mechelsesteenweg 203|2018 Antwerpen|Belgium|n
Corner House|corner-house|Kammenstraat 41|2000 Antwerpen|Belgium|a
Studio Nord|studio-nord|Sint-Jorispoort 8|2000 Antwerpen|Belgium|2
Bodega Tres|bodega-tres|Vlaamsekaai 77|2000 Antwerpen|Belgium|a
Nook & Sons|nook-sons|Wolstraat 5|2000 Antwerpen|Belgium|a
Pension Lark|pension-lark|Graslei 12|9000 Gent|Belgium|d
Green Desk|green-desk|Dampoortstraat 66|9000 Gent|Belgium|n
Hof Linde|hof-linde|Lindendreef 3|2930 Brasschaat|Belgium|3
Villa Ronda|villa-ronda|Zeedijk-Knokke 611|8300 Knokke-Heist|Belgium|a
Hotel Brisa|hotel-brisa|Goods entrance, Recepción;Calle del Faro 118|46024 València|Spain|3
Atelier Voss|atelier-voss|Rosenthaler Straße 39|10178 Berlin|Germany|a
Lumen Studio|lumen-studio|Oudegracht 188|3511 NP Utrecht|Netherlands|2
Café Ligne|cafe-ligne|Rue de Flandre 92|1000 Bruxelles|Belgium|3
Casa Olmo|casa-olmo|Rua das Flores 27|4050-262 Porto|Portugal|a
Hôtel des Écluses|ecluses|Quai Mativa 3|4020 Liège|Belgium|n
Brasserie Fénelon|fenelon|Rue Esquermoise 55|59800 Lille|France|a
Le Petit Béguinage|petit-beguinage|Rue du Béguinage 7|7000 Mons|Belgium|d
't Zilte Anker|zilte-anker|Visserskaai 29|8400 Oostende|Belgium|a
Koffiehuis De Pelikaan|pelikaan|Pelikaanstraat 18|2018 Antwerpen|Belgium|a
Herberg Oud Zwin|oud-zwin|Graaf Jansdijk 220|8380 Zeebrugge|Belgium|d
Bakkerij Wouters-Claes|wouters-claes|Grote Steenweg 301|2600 Berchem|Belgium|a
Hotel Havenzicht|havenzicht|Napelsstraat 60|2000 Antwerpen|Belgium|n
Thuis in Zurenborg|thuis-zurenborg|Dageraadplaats 11|2018 Antwerpen|Belgium|a
De Blauwe Lepel|blauwe-lepel|Korenmarkt 4|2800 Mechelen|Belgium|2
Huis & Haard|huis-haard|Bondgenotenlaan 121|3000 Leuven|Belgium|a
Pastorie Ter Dijle|ter-dijle|Schapenstraat 34|3000 Leuven|Belgium|d
Winkel van Wieke|wieke|Diestsestraat 88|3000 Leuven|Belgium|a
Grand Hôtel Meuse|grand-meuse|Avenue Baron Huart 16|5000 Namur|Belgium|n
Maison Tournesol|tournesol|Rue de Fer 49|5000 Namur|Belgium|a
L'Épicerie Verte|epicerie-verte|Place du Marché 20|4900 Spa|Belgium|a
Auberge du Lac Noir|lac-noir|Chemin du Lac 2|4960 Malmedy|Belgium|3
Domaine des Tilleuls|tilleuls|Route de Bastogne 140|6600 Bastogne|Belgium|n
Café Zuidpool|zuidpool|Leopold de Waelplaats 30|2000 Antwerpen|Belgium|a
Hotel Zeeduin|zeeduin|Koninginnelaan 15|8660 De Panne|Belgium|d
Atelier Céladon|celadon|Rue Haute 310|1000 Bruxelles|Belgium|a
Librairie-Café Pêle-Mêle|pele-mele|Chaussée d'Ixelles 142|1050 Ixelles|Belgium|a
Résidence Ambiorix|ambiorix|Square Ambiorix 25|1000 Bruxelles|Belgium|n
Vlinder Concept Store|vlinder|Steenstraat 71|8000 Brugge|Belgium|a
Relais Minnewater|minnewater|Wijngaardstraat 9|8000 Brugge|Belgium|2
Logement Kanaal|kanaal|Keizersgracht 402|1016 GC Amsterdam|Netherlands|a
Pakhuis Oost|pakhuis-oost|Oostelijke Handelskade 34|1019 BN Amsterdam|Netherlands|a
Stadscafé Dudok|dudok|Meent 90|3011 JP Rotterdam|Netherlands|d
Hotel Wilhelminakade|wilhelminakade|Wilhelminakade 85|3072 AP Rotterdam|Netherlands|n
Woonwinkel Puur|puur|Langestraat 22|3811 AH Amersfoort|Netherlands|a
Kasteel Daelenbroeck|daelenbroeck|Kasteellaan 2|6075 EZ Herkenbosch|Netherlands|n
Tapperij Sint-Joris|sint-joris|Markt 31|5611 EC Eindhoven|Netherlands|a
Broodje & Bord|broodje-bord|Heuvelstraat 60|5038 AE Tilburg|Netherlands|a
Gästehaus Möwe|moewe|Am Deich 4|26548 Norderney|Germany|d
Kaffeerösterei Grünwald|gruenwald|Venloer Straße 218|50823 Köln|Germany|a
Hotel Rheinblick|rheinblick|Rheinufer 12|53113 Bonn|Germany|n
Lädchen am Dom|laedchen|Krämergasse 9|52062 Aachen|Germany|a
Gasthof Zum Weißen Roß|weisses-ross|Hauptstraße 77|54290 Trier|Germany|3
Wohnen & Werken|wohnen-werken|Königsallee 31|40212 Düsseldorf|Germany|a
Ferienhof Süderende|suederende|Süderende 18|25938 Föhr|Germany|2
Hôtel de la Citadelle|citadelle|Rue des Remparts 6|62500 Saint-Omer|France|n
Maison Sézanne|maison-sezanne|Rue de Béthune 101|59000 Lille|France|a
Le Comptoir d'Arras|comptoir-arras|Place des Héros 17|62000 Arras|France|a
Café de l'Îlot|ilot|Quai de Commerce 40|59140 Dunkerque|France|a
Chambres d'Hôtes Opale|opale|Rue de la Mer 88|62930 Wimereux|France|d
Galerie Façonné|faconne|Rue Oberkampf 119|75011 Paris|France|a
Hôtel Lepic Montmartre|lepic|Rue Lepic 61|75018 Paris|France|n
Pensjonat Łąka|laka|ul. Piwna 14|80-831 Gdańsk|Poland|a
Kawiarnia Żuraw|zuraw|ul. Długa 52|80-827 Gdańsk|Poland|a
Dom Wełny|dom-welny|ul. Mostowa 7|31-061 Kraków|Poland|2
Kavárna Šálek|salek|Nerudova 211|118 00 Praha 1|Czechia|a
Hotel U Tří Růží|tri-ruzi|Husova 10|110 00 Praha 1|Czechia|d
Fogadó Kőhíd|kohid|Fő utca 33|1011 Budapest|Hungary|a
Kafić Čempres|cempres|Obala kneza Domagoja 5|21000 Split|Croatia|a
Pensiunea Brândușa|brandusa|Strada Lungă 80|500035 Brașov|Romania|a
Kirjakahvila Käpy|kapy|Hämeenkatu 19|33200 Tampere|Finland|a
Hotell Strandvägen|strandvagen|Strandvägen 27|114 56 Stockholm|Sweden|n
Ljuset & Linet|ljuset-linet|Haga Nygata 12|413 01 Göteborg|Sweden|a
Værtshuset Ærø|aeroe|Havnepladsen 1|5970 Ærøskøbing|Denmark|a
Butikk Fjørå|fjora|Skostredet 16|5017 Bergen|Norway|3
Gistihús Þingholt|thingholt|Þingholtsstræti 5|101 Reykjavík|Iceland|a
Óstán na Trá|ostan-na-tra|Quay Street 44|H91 Galway|Ireland|d
The Larder at Fifty|larder-fifty|Leith Walk 50|Edinburgh EH6 5HB|United Kingdom|a
Hotel Sant'Agnese|sant-agnese|Via dei Servi 38|50122 Firenze|Italy|n
Bottega Perù|bottega-peru|Via Torino 64|20123 Milano|Italy|a
Trattoria Gelsomino|gelsomino|Vicolo del Bollo 3|00186 Roma|Italy|a
Café Señorío|senorio|Calle Mayor 21|31001 Pamplona|Spain|a
Posada El Olmo|posada-olmo|Plaza de la Constitución 2|29008 Málaga|Spain|d
Llar de Pedra|llar-pedra|Carrer del Call 15|17004 Girona|Spain|a
Hotel Beira-Mar São Tomé|beira-mar|Avenida Brasília 130|1400-038 Lisboa|Portugal|n
Padaria Conceição|conceicao|Rua do Loureiro 9|3000-247 Coimbra|Portugal|a
Café Wien-Süd|wien-sued|Wiedner Hauptstraße 75|1040 Wien|Austria|2
Chalet Grünhorn|gruenhorn|Dorfstrasse 41|3818 Grindelwald|Switzerland|n
İncir Ev ve Yaşam|incir|Bağdat Caddesi 288|34728 İstanbul|Türkiye|a
Kafejnīca Bērzs|berzs|Miera iela 30|LV-1001 Rīga|Latvia|a
Καφενείο Θάλασσα|thalassa|Ακτή Μιαούλη 12|185 35 Πειραιάς|Greece|a
Ξενοδοχείο Αύρα|avra|Λεωφόρος Νίκης 45|546 22 Θεσσαλονίκη|Greece|n
Къща за гости Роза|roza|ул. Иван Вазов 18|4000 Пловдив|Bulgaria|a
Кав'ярня Каштан|kashtan|вул. Хрещатик 22|01001 Київ|Ukraine|2
مقهى الياسمين|yasmine|Rue Brogniez 64|1070 Anderlecht|Belgium|a
喫茶さくら|kissa-sakura|Rue du Bailli 33|1050 Ixelles|Belgium|a
茶香小館|cha-xiang|Van Wesenbekestraat 20|2060 Antwerpen|Belgium|d
""".strip()
"""Name, mail domain, street, city, country, policy (a as available, n all or nothing,
d default, a digit: up to so many shipments)."""


@dataclass(frozen=True, slots=True)
class Customer:
    """A customer with one place of delivery; ``ship_to`` separates its lines by ``;``."""

    name: str
    ship_to: str
    email: str
    policy: str
    max_shipments: int | None


def customers() -> tuple[Customer, ...]:
    """Return the address book; the first fifteen are regulars with hand-made orders."""
    return tuple(_customer(*line.split("|")) for line in BOOK.splitlines())


def _customer(
    name: str, domain: str, street: str, city: str, country: str, policy: str
) -> Customer:
    words = {"a": "ship_as_available", "n": "all_or_nothing", "d": "default"}
    return Customer(
        name=name,
        ship_to=";".join((name, street, city, country)),
        email=f"orders@{domain}.example",
        policy=words.get(policy, "up_to_n_shipments"),
        max_shipments=int(policy) if policy.isdigit() else None,
    )
