package com.nowinfinity.xpm.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void areTheUsualOnes() {
        var ports = Ports.from(8080);
        var all = Arrays.stream(Seat.values())
                .map(seat -> seat + "=" + ports.of(seat))
                .collect(Collectors.joining(" "));
        assertThat(all)
                .isEqualTo("PORTAL=8080 CONNECTOR=8081 WORKER=8082 REPORT=8083 NOTIFICATION=8084 REGISTRY=8085"
                        + " SIMULATOR=8090 KAFKA=9092 MONGODB=27017");
        assertThat(ports.managementOf(Seat.PORTAL)).isEqualTo(9080);
    }

    @Test
    void keepTheirDistanceFromTheBase() {
        var ports = Ports.from(8580);
        assertThat(ports.of(Seat.SIMULATOR)).isEqualTo(8590);
        assertThat(ports.of(Seat.KAFKA)).isEqualTo(9592);
        assertThat(ports.of(Seat.MONGODB)).isEqualTo(27517);
        assertThat(ports.managementOf(Seat.WORKER)).isEqualTo(9582);
    }

    @Test
    void areAllDifferentAndPossibleAtEveryBase() {
        for (int base = 1_100; base <= 64_000; base += 100) {
            var ports = Ports.from(base);
            var all = Arrays.stream(Seat.values()).map(ports::of).toList();
            assertThat(all).doesNotHaveDuplicates().allMatch(port -> port >= 1_024 && port <= 65_535);
        }
    }

    @Test
    void areFreeOnesWithoutABase() {
        Ports.from(null).requireFree();
    }
}
