package com.nowinfinity.xpm.benchmarks;

import com.nowinfinity.xpm.benchmarks.suite.Suite;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a benchmark is told.
 *
 * @param name which one
 * @param repository where the services were built
 * @param seed of everything that is left to chance
 * @param rounds how often it is repeated; null for its own number
 * @param minutes for those that run as long as they are told to
 */
public record BenchOptions(
        String name, Path repository, long seed, @Nullable Integer rounds, int minutes) {

    private static final int USUAL_MINUTES = 1;

    static BenchOptions of(List<String> words, Path repository) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("Name a benchmark.");
        }
        String name = words.getFirst().toLowerCase(Locale.ROOT);
        if (Arrays.stream(Suite.values()).noneMatch(known -> known.title().equals(name))) {
            throw new IllegalArgumentException("There is no benchmark " + words.getFirst() + ".");
        }
        long seed = 1;
        Integer rounds = null;
        int minutes = USUAL_MINUTES;
        for (int i = 1; i < words.size(); i += 2) {
            if (i + 1 == words.size()) {
                throw new IllegalArgumentException(words.get(i) + " wants a number.");
            }
            long number = number(words.get(i), words.get(i + 1));
            switch (words.get(i)) {
                case "--seed" -> seed = number;
                case "--rounds" -> rounds = Math.toIntExact(number);
                case "--minutes" -> minutes = Math.toIntExact(number);
                default -> throw new IllegalArgumentException("There is no option " + words.get(i) + ".");
            }
        }
        return new BenchOptions(name, repository, seed, rounds, minutes);
    }

    public int roundsOr(int usual) {
        return rounds == null ? usual : rounds;
    }

    static String usage() {
        return "Usage: ./bench NAME [--seed N] [--rounds N] [--minutes N]; NAME is one of "
                + Arrays.stream(Suite.values()).map(Suite::title).collect(Collectors.joining(", "));
    }

    private static long number(String option, String text) {
        try {
            long number = Long.parseLong(text);
            if (number < 1) {
                throw new IllegalArgumentException(option + " must be at least 1.");
            }
            return number;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " wants a number, not " + text + ".", e);
        }
    }
}
