package com.nowinfinity.xpm.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class FreePortTest {

    @Test
    void givesNoPortTwiceWithinAMinute() {
        // Of twelve thousand ports, a thousand draws at random would hold some forty twice.
        var drawn = new HashSet<Integer>();
        for (int i = 0; i < 1_000; i++) {
            assertThat(drawn.add(FreePort.any())).isTrue();
        }
    }

    @Test
    void givesAPortThatNoOutgoingConnectionTakesAndAServerCanListenOn() throws IOException {
        int port = FreePort.any();

        assertThat(port).isBetween(20_000, 32_767);
        assertThat(FreePort.isFree(port)).isTrue();
        try (var onLoopback = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(onLoopback.getLocalPort()).isEqualTo(port);
            assertThat(FreePort.isFree(port)).isFalse();
        }
        try (var onAll = new ServerSocket(port)) {
            assertThat(onAll.getLocalPort()).isEqualTo(port);
        }
    }
}
