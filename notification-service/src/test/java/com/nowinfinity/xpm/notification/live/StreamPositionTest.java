package com.nowinfinity.xpm.notification.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamPositionTest {

    @Test
    void readsBackWhatItWrites() {
        StreamPosition position = StreamPosition.parse(null);
        position.passed("b-1", 7);
        position.passed("b/2", 0);

        StreamPosition read = StreamPosition.parse(position.text(List.of("b-1", "b/2", "b-3")));

        assertThat(read.of("b-1")).hasValue(7);
        assertThat(read.of("b/2")).hasValue(0);
        assertThat(read.of("b-3")).isEmpty();
    }

    @Test
    void forgetsBusinessesThatAreNotWatchedAnyMore() {
        StreamPosition position = StreamPosition.parse(null);
        position.passed("b-1", 7);

        assertThat(position.text(List.of("b-2"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "x", "a-b", "a-99999999999999999999", "..", "a-1-2", "=cmd"})
    void takesNoHarmFromAnIdThatIsNotOurs(String text) {
        assertThat(StreamPosition.parse(text).of("b-1")).isEmpty();
    }

    @Test
    void staysShortEnoughForAHeader() {
        StreamPosition position = StreamPosition.parse(null);
        List<String> businessIds =
                IntStream.range(0, 2_000).mapToObj(i -> "b-" + i).toList();
        businessIds.forEach(businessId -> position.passed(businessId, 123_456));

        assertThat(position.text(businessIds)).hasSizeLessThanOrEqualTo(6_000);
        assertThat(StreamPosition.parse(position.text(businessIds)).text(businessIds))
                .isEqualTo(position.text(businessIds));
    }
}
