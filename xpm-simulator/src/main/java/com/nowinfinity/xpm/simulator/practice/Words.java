package com.nowinfinity.xpm.simulator.practice;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** Invents names, addresses and telephone numbers; no two records get the same name. */
final class Words {

    private static final List<String> WOMEN = list(
            "Adele Amara Anika Aroha Bella Bianca Carla Chloe Corinne Dana Delia Edith Elspeth Esther Fiona Freya Gemma"
                    + " Giulia Hana Harriet Imogen Ines Ivy Joyce Kamala Kirra Leila Linh Mabel Marika Nadia Nora"
                    + " Odette Patience Petra Rani Rosalie Saskia Shanti Tamsin Thelma Una Vera Wanda Xanthe Yael Zara");
    private static final List<String> MEN = list(
            "Alistair Angus Archie Bevan Callum Cedric Clive Darcy Declan Dimitri Elio Emeka Farid Felix Gareth Graham"
                    + " Hector Hugo Isaac Jarrah Jasper Keanu Lachlan Lorenzo Malcolm Miles Nigel Oscar Percy Quentin"
                    + " Rhys Rufus Selwyn Silas Tariq Tobias Uri Vikram Wesley Yusuf Zoltan");
    private static final List<String> WOMENS_MIDDLE_NAMES =
            list("Anne Beatrice Claire Elise Grace Jane Kate Louise Marie May Rose Ruth");
    private static final List<String> MENS_MIDDLE_NAMES =
            list("Arthur Charles Edward Francis George Henry James Leigh Noel Paul Robert Thomas Vincent William");
    private static final List<String> SURNAME_STARTS = list(
            "Ash Beck Black Brad Brook Cald Cran Dal Dun East Elm Fair Farn Green Hal Hart Haw Holm Kel Lang Lin Lock"
                    + " Mel Mid Nor Oak Pem Quin Rad Red Ridge Rose Shel Stan Thorn Under Wake West Whit Wood Wyn Yar");
    private static final List<String> SURNAME_ENDS =
            list("acre bourne bury by combe cott croft dale den don field ford gate ham hurst ington land leigh ley low"
                    + " man mere more ridge shaw stead ster stone ton wall ward well wick worth");
    private static final List<String> TRADES = List.of(
            "Plumbing",
            "Joinery",
            "Electrical",
            "Landscapes",
            "Catering",
            "Transport",
            "Consulting",
            "Dental",
            "Physiotherapy",
            "Engineering",
            "Roofing",
            "Bakery",
            "Constructions",
            "Motors",
            "Design Studio",
            "Pastoral",
            "Vineyards",
            "Imports",
            "Cleaning Services",
            "Software",
            "Property Group",
            "Freight",
            "Hire & Sales",
            "Architects");
    private static final List<String> CLUBS =
            List.of("Bowls Club", "Netball Club", "Arts Society", "Progress Association", "Men's Shed", "Choir");
    private static final List<String> STREETS =
            list("Acacia Banksia Bridge Church Coral Creek Dune Ferry Fig Garden Gum Harbour Heath High Hill Jetty"
                    + " Lagoon Lake Lantern Lighthouse Market Mill Orchard Paddock Pepper Quarry Reef River School Shore"
                    + " Station Tannery Union Valley Wattle Willow Windmill");
    private static final List<String> WOMENS_TITLES = List.of("Ms", "Ms", "Mrs", "Miss");
    private static final List<String> PLACES =
            list("Bay Bend Coast Corner Crossing Flats Grove Haven Heights Landing Park Point Ridge Vale View");
    private static final List<String> STREET_KINDS = List.of("Street", "Road", "Avenue", "Lane", "Parade", "Court");
    /** Suburb, state, postcode. */
    private static final List<String> SUBURBS = List.of(
            "Carlton,VIC,3053",
            "Brunswick,VIC,3056",
            "Geelong,VIC,3220",
            "Bendigo,VIC,3550",
            "Hawthorn,VIC,3122",
            "Newtown,NSW,2042",
            "Parramatta,NSW,2150",
            "Wollongong,NSW,2500",
            "Orange,NSW,2800",
            "Manly,NSW,2095",
            "Toowong,QLD,4066",
            "Cairns City,QLD,4870",
            "Mackay,QLD,4740",
            "Southport,QLD,4215",
            "Norwood,SA,5067",
            "Glenelg,SA,5045",
            "Fremantle,WA,6160",
            "Subiaco,WA,6008",
            "Albany,WA,6330",
            "Sandy Bay,TAS,7005",
            "Launceston,TAS,7250",
            "Braddon,ACT,2612",
            "Parap,NT,0820");

    private final Chance chance;
    private final Set<String> taken = new HashSet<>();
    private int phones;

    Words(Chance chance) {
        this.chance = chance;
    }

    String surname() {
        return chance.of(SURNAME_STARTS) + chance.of(SURNAME_ENDS);
    }

    /** Given names that nobody else has with this surname, and the title that goes with them. */
    GivenNames givenNamesFor(String surname) {
        for (int tries = 0; tries < 200; tries++) {
            boolean woman = chance.percent(50);
            String first = chance.of(woman ? WOMEN : MEN);
            if (taken.add(first + " " + surname)) {
                String middle = chance.of(woman ? WOMENS_MIDDLE_NAMES : MENS_MIDDLE_NAMES);
                return new GivenNames(first, middle, woman ? chance.of(WOMENS_TITLES) : "Mr");
            }
        }
        throw new IllegalStateException("Everybody is called " + surname);
    }

    record GivenNames(String first, String middle, String title) {}

    /** What friends make of a first name. */
    static String shortFor(String first) {
        return first.substring(0, Math.min(3, first.length() - 1)) + "y";
    }

    String company(String surname) {
        return unique(() -> chance.percent(60)
                ? surname + " " + chance.of(TRADES) + " Pty Ltd"
                : chance.of(STREETS) + " " + chance.of(PLACES) + " " + chance.of(TRADES) + " Pty Ltd");
    }

    /** A trading name, without the name of whoever trades. */
    String business() {
        return unique(() -> chance.of(STREETS) + " " + chance.of(PLACES) + " " + chance.of(TRADES));
    }

    String trustee(String surname) {
        return unique(() -> surname + " " + chance.of(STREETS) + " Nominees Pty Ltd");
    }

    String trust(String surname, TrustKind kind) {
        return unique(() -> switch (kind) {
            case DISCRETIONARY -> "The " + surname + " " + chance.of(STREETS) + " Family Trust";
            case UNIT -> surname + " " + chance.of(STREETS) + " Unit Trust";
            case HYBRID -> surname + " " + chance.of(STREETS) + " Hybrid Trust";
            case TESTAMENTARY ->
                "Estate of the late " + chance.of(chance.percent(50) ? WOMEN : MEN) + " " + chance.of(MENS_MIDDLE_NAMES)
                        + " " + surname;
        });
    }

    String association() {
        return unique(() -> chance.of(STREETS) + " " + chance.of(PLACES) + " " + chance.of(CLUBS) + " Inc");
    }

    String fund(String surname) {
        return unique(() -> surname + " " + chance.of(STREETS) + " Super Fund");
    }

    String partnership(String surname) {
        return unique(() -> surname + " " + chance.of(TRADES) + " Partnership " + chance.of(STREETS));
    }

    Place place() {
        String[] suburb = chance.of(SUBURBS).split(",", -1);
        String unit = chance.percent(20) ? String.valueOf(chance.between(1, 30)) : null;
        String street = chance.between(1, 320) + " " + chance.of(STREETS) + " " + chance.of(STREET_KINDS);
        return new Place(unit, street, suburb[0], suburb[1], suburb[2]);
    }

    Place postBox() {
        String[] suburb = chance.of(SUBURBS).split(",", -1);
        return new Place(null, "PO Box " + chance.between(1, 9_800), suburb[0], suburb[1], suburb[2]);
    }

    /** From the ranges kept free for stories, each number once. */
    String phone() {
        phones++;
        return String.format(
                Locale.ROOT, "0%d 5550 %04d", List.of(2, 3, 7, 8).get(phones / 10_000 % 4), phones % 10_000);
    }

    String email(String of) {
        return of.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".").replaceAll("^\\.|\\.$", "") + "@mail.example";
    }

    private String unique(Supplier<String> names) {
        for (int tries = 0; tries < 500; tries++) {
            String name = names.get();
            if (taken.add(name.toLowerCase(Locale.ROOT))) {
                return name;
            }
        }
        throw new IllegalStateException("No name is left");
    }

    private static List<String> list(String words) {
        return List.of(words.split(" ", -1));
    }
}
