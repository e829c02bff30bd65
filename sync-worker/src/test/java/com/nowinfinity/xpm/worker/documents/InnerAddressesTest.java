package com.nowinfinity.xpm.worker.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InnerAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.10",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "fc00::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::"
            })
    void leadsToTheInside(String address) throws UnknownHostException {
        assertThat(InnerAddresses.isInner(InetAddress.getByName(address))).isTrue();
        assertThat(InnerAddresses.isLedTo(address, Set.of("documents.example"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "172.32.0.1", "100.128.0.1", "198.20.0.1", "2606:2800:220:1::1"})
    void leadsOutside(String address) throws UnknownHostException {
        assertThat(InnerAddresses.isLedTo(address, Set.of())).isFalse();
    }

    @Test
    void isAllowedWhereTheAddressItselfIsListed() throws UnknownHostException {
        assertThat(InnerAddresses.isLedTo("10.1.2.3", Set.of("10.1.2.3"))).isFalse();
        assertThat(InnerAddresses.isLedTo("localhost", Set.of("localhost"))).isTrue();
    }
}
