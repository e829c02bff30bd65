package com.nowinfinity.xpm.bus.letters;

import com.nowinfinity.xpm.events.Topic;
import com.nowinfinity.xpm.events.Topics;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a dead letter lies among those of its topic. As text: {@code entity-changed-3-17}.
 *
 * @param topic the letter was for
 * @param partition of the topic's dead letters
 * @param offset in it
 */
public record Place(Topic<?> topic, int partition, long offset) implements Comparable<Place> {

    private static final Pattern FORM = Pattern.compile("([a-z-]{1,80})-([0-9]{1,9})-([0-9]{1,18})");
    private static final Comparator<Place> ORDER = Comparator.comparing((Place place) -> place.topic.name())
            .thenComparingInt(Place::partition)
            .thenComparingLong(Place::offset);

    /** Empty where it is no place on any topic of ours. */
    public static Optional<Place> of(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Topics.all().stream()
                .filter(topic -> topic.name().equals(parts.group(1)))
                .findFirst()
                .map(topic -> new Place(topic, Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3))));
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return topic.name() + "-" + partition + "-" + offset;
    }
}
