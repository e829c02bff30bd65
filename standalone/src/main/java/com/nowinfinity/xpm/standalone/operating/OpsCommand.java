package com.nowinfinity.xpm.standalone.operating;

import com.nowinfinity.xpm.standalone.options.WrongOptionException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The command line of {@code ./ops}.
 *
 * @param ids of the letters, or of businesses; empty for a list
 * @param connector null where {@code access.json} in the data folder says it, as it says the token
 * @param all those too that were replayed or dropped
 */
record OpsCommand(
        Verb verb,
        List<String> ids,
        Path dataDir,
        @Nullable URI connector,
        @Nullable String token,
        boolean all) {

    static final String USAGE = """
            ./ops dead list [--all]      what no service could use; --all with what was replayed or dropped
            ./ops dead show ID...        all that is known of it
            ./ops dead replay ID...      put it on its topic once more
            ./ops dead drop ID...        take it off the list
            ./ops forget BUSINESS... --for-good
                                         end its connection and remove all that is kept of it, everywhere

              --data-dir DIR             whose access.json says where and with which token (default data)
              --connector ADDRESS        of connector-service, instead; the token is then read from OPS_TOKEN""";

    enum Verb {
        LIST,
        SHOW,
        REPLAY,
        DROP,
        FORGET
    }

    private static final String FORGET = "forget";
    private static final String FOR_GOOD = "--for-good";
    private static final Set<String> VALUED = Set.of("--data-dir", "--connector");

    static OpsCommand read(List<String> arguments, @Nullable String token) {
        List<String> words = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            if (word.equals("--all") || word.equals(FOR_GOOD)) {
                options.put(word, "");
            } else if (VALUED.contains(word) && rest.hasNext()) {
                options.put(word, rest.next());
            } else if (word.startsWith("--")) {
                throw new WrongOptionException("%s is no option or lacks its value; see ./ops --help.".formatted(word));
            } else {
                words.add(word);
            }
        }
        String connector = options.get("--connector");
        if (connector != null && (token == null || token.isBlank())) {
            throw new WrongOptionException("--connector needs an operator's token in the environment: OPS_TOKEN.");
        }
        boolean forgets = !words.isEmpty() && words.getFirst().equals(FORGET);
        if (forgets && (words.size() == 1 || !options.containsKey(FOR_GOOD))) {
            throw new WrongOptionException(
                    "Nothing brings a forgotten business back: ./ops forget BUSINESS --for-good.");
        }
        return new OpsCommand(
                forgets ? Verb.FORGET : verb(words),
                words.stream().skip(forgets ? 1 : 2).toList(),
                Path.of(options.getOrDefault("--data-dir", "data")),
                connector == null ? null : address(connector),
                token,
                options.containsKey("--all"));
    }

    private static Verb verb(List<String> words) {
        String given = String.join(" ", words.subList(0, Math.min(2, words.size())));
        Verb verb = switch (given) {
            case "dead list" -> Verb.LIST;
            case "dead show" -> Verb.SHOW;
            case "dead replay" -> Verb.REPLAY;
            case "dead drop" -> Verb.DROP;
            default -> throw new WrongOptionException(USAGE);
        };
        if ((words.size() > 2) == (verb == Verb.LIST)) {
            throw new WrongOptionException(
                    verb == Verb.LIST
                            ? "./ops dead list takes no id."
                            : "./%s needs the id of a letter.".formatted("ops " + given));
        }
        return verb;
    }

    private static URI address(String text) {
        try {
            URI uri = URI.create(text);
            if (uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?")) {
                return uri;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // Said below.
        }
        throw new WrongOptionException("--connector takes an address like http://localhost:8081.");
    }
}
