package com.nowinfinity.xpm.standalone.options;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the options of {@code ./run}; a wrong one is a {@link WrongOptionException}. */
public final class CommandLine {

    public static final String USAGE = """
            ./run [options]        starts everything; Ctrl-C stops it
            ./run --once [options] does the main job to its end and exits

              --data-dir DIR           where everything is kept (default data; with --once a temporary folder)
              --port-base N            port of the portal, the others follow (default 8080; with --once free ports)
              --workers N              sync-workers in all (default 1)
              --connectors N           connector-services in all; the portal and workers use the first (default 1)
              --clients N              active clients of the simulated practice, 200 to 15000 (default 200)
              --seed N                 another practice of that size (default 1)
              --xpm-window SECONDS     how long XPM's minute lasts (default 60)
              --xpm-per-minute N       calls XPM allows in it (default 60)
              --xpm-per-day N          calls XPM allows in a day (default 5000)
              --xero BASE --xero-client-id ID --xero-client-secret SECRET
                                       another Xero than the simulator
              --report-dir DIR         with --once: where the report files go (default report)
              --help                   this text""";

    private static final String HELP = "--help";
    private static final String ONCE = "--once";
    private static final Set<String> SWITCHES = Set.of(ONCE, HELP);
    private static final Set<String> VALUED = Set.of(
            "--data-dir",
            "--port-base",
            "--workers",
            "--connectors",
            "--clients",
            "--seed",
            "--xpm-window",
            "--xpm-per-minute",
            "--xpm-per-day",
            "--xero",
            "--xero-client-id",
            "--xero-client-secret",
            "--report-dir");

    private CommandLine() {}

    public static boolean asksForHelp(List<String> arguments) {
        return arguments.contains(HELP);
    }

    public static Options read(List<String> arguments) {
        var words = Words.of(arguments, VALUED, SWITCHES);
        boolean once = words.has(ONCE);
        return new Options(
                folder(words, "--data-dir", once ? null : "data"),
                once && !words.has("--port-base")
                        ? null
                        : Math.toIntExact(words.number("--port-base", 8080, 1_100, 64_000)),
                Math.toIntExact(words.number("--workers", 1, 1, 16)),
                Math.toIntExact(words.number("--connectors", 1, 1, 8)),
                Math.toIntExact(words.number("--clients", 200, 200, 15_000)),
                words.number("--seed", 1, 0, Long.MAX_VALUE),
                new Options.Quota(
                        window(words),
                        Math.toIntExact(words.number("--xpm-per-minute", 60, 1, 1_000_000)),
                        Math.toIntExact(words.number("--xpm-per-day", 5_000, 1, 100_000_000))),
                xero(words),
                once,
                Objects.requireNonNull(folder(words, "--report-dir", "report")));
    }

    private static @Nullable Path folder(Words words, String name, @Nullable String otherwise) {
        var text = words.has(name) ? words.text(name) : otherwise;
        if (text == null) {
            return null;
        }
        if (text.isBlank()) {
            throw new WrongOptionException("%s needs the name of a folder.".formatted(name));
        }
        return Path.of(text);
    }

    private static Duration window(Words words) {
        var text = words.text("--xpm-window");
        if (text == null) {
            return Duration.ofMinutes(1);
        }
        try {
            double seconds = Double.parseDouble(text);
            if (seconds >= 0.1 && seconds <= 3_600) {
                return Duration.ofMillis(Math.round(seconds * 1_000));
            }
        } catch (NumberFormatException notANumber) {
            // Said below.
        }
        throw new WrongOptionException("--xpm-window takes seconds from 0.1 to 3600, not '%s'.".formatted(text));
    }

    private static @Nullable Xero xero(Words words) {
        var base = words.text("--xero");
        var id = words.text("--xero-client-id");
        var secret = words.text("--xero-client-secret");
        if (base == null && id == null && secret == null) {
            return null;
        }
        if (base == null || id == null || secret == null || id.isBlank() || secret.isBlank()) {
            throw new WrongOptionException("--xero, --xero-client-id and --xero-client-secret go together.");
        }
        return new Xero(address(base), id, secret);
    }

    private static URI address(String base) {
        try {
            var uri = URI.create(base.endsWith("/") ? base.substring(0, base.length() - 1) : base);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // Said below.
        }
        throw new WrongOptionException("--xero takes an address like https://host:port, not '%s'.".formatted(base));
    }
}
