package com.nowinfinity.xpm.standalone.options;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A command line as names and values: {@code --name value}, {@code --name=value}, or {@code --name} for a switch. */
final class Words {

    private final Map<String, String> values = new HashMap<>();

    private Words() {}

    static Words of(List<String> arguments, Set<String> valued, Set<String> switches) {
        var words = new Words();
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            var word = rest.next();
            int equals = word.indexOf('=');
            var name = equals < 0 ? word : word.substring(0, equals);
            if (switches.contains(word)) {
                words.put(word, "");
            } else if (!valued.contains(name)) {
                throw new WrongOptionException("There is no option %s; ./run --help lists them all.".formatted(name));
            } else if (equals >= 0) {
                words.put(name, word.substring(equals + 1));
            } else if (rest.hasNext()) {
                words.put(name, rest.next());
            } else {
                throw new WrongOptionException("%s needs a value.".formatted(name));
            }
        }
        return words;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    @Nullable
    String text(String name) {
        return values.get(name);
    }

    /** The value as a whole number within the bounds, or the default. */
    long number(String name, long otherwise, long least, long most) {
        var text = values.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, as for a number out of bounds.
        }
        throw new WrongOptionException(
                "%s takes a whole number from %d to %d, not '%s'.".formatted(name, least, most, text));
    }

    private void put(String name, String value) {
        if (values.put(name, value) != null) {
            throw new WrongOptionException("%s is given twice.".formatted(name));
        }
    }
}
