package com.nowinfinity.xpm.worker.normal;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A value that somebody typed carelessly has the form of the careful one; another value has another. */
class DirtTest {

    private static final List<String> NAMES = List.of(
            "Müller Constructions Pty Ltd",
            "Nguyễn & Søn Pty Ltd",
            "O'Brien Family Trust",
            "Smith-Jones Superannuation Fund",
            "Café Zoë Pty Ltd",
            "The Łukasz Unit Trust",
            "Smith No 2 Pty Ltd",
            "שלום Imports Pty Ltd");

    private static final List<UnaryOperator<String>> DIRT = List.of(
            text -> text.toUpperCase(Locale.ROOT),
            text -> text.toLowerCase(Locale.ROOT),
            text -> "  " + text.replace(" ", "   ") + "\t",
            text -> text.replace(" ", "\u00a0"),
            text -> Normalizer.normalize(text, Normalizer.Form.NFD),
            text -> "\u200f" + text + "\u200e",
            text -> text.replace("-", " ").replace("'", "’"),
            text -> text + ".",
            text -> text.replace("&", "and"),
            text -> text.replace("Pty Ltd", "Pty. Limited"));

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void dirtDoesNotChangeTheFormOfAName(long seed) {
        Random random = new Random(seed);
        for (String name : NAMES) {
            String dirty = name;
            for (int i = 0; i < 4; i++) {
                dirty = DIRT.get(random.nextInt(DIRT.size())).apply(dirty);
            }
            assertThat(Names.firm(dirty)).as(dirty).isEqualTo(Names.firm(name));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void differentAddressesHaveDifferentForms(long seed) {
        Random random = new Random(seed);
        PlainAddress one = address(random);
        PlainAddress other = address(random);

        assertThat(one.form() != null && one.form().equals(other.form())).isEqualTo(one.equals(other));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void dirtDoesNotChangeTheFormOfAnAddress(long seed) {
        Random random = new Random(seed);
        PlainAddress clean = address(random);
        String street = String.valueOf(clean.street());
        PlainAddress dirty = new PlainAddress(
                random.nextBoolean()
                        ? street.replaceFirst("Unit (\\d+), ", "$1/")
                        : street.toUpperCase(Locale.ROOT)
                                .replace("STREET", "St.")
                                .replace("ROAD", "RD"),
                " " + String.valueOf(clean.city()).toUpperCase(Locale.ROOT),
                random.nextBoolean() ? "Victoria" : "V.I.C.",
                clean.postcode(),
                random.nextBoolean() ? null : "AUSTRALIA");

        assertThat(dirty.form()).as(dirty.line()).isEqualTo(clean.form());
    }

    private static PlainAddress address(Random random) {
        String unit = random.nextBoolean() ? "Unit " + (1 + random.nextInt(3)) + ", " : "";
        String level = random.nextInt(4) == 0 ? "Level " + (1 + random.nextInt(3)) + ", " : "";
        String range = random.nextInt(4) == 0 ? "-" + (100 + random.nextInt(3)) : "";
        String street = random.nextBoolean() ? " High Street" : " Park Road";
        return new PlainAddress(
                unit + level + (1 + random.nextInt(3)) + range + street, "Carlton", "VIC", "3053", "Australia");
    }
}
