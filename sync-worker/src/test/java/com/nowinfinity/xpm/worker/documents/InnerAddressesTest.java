package com.nowinfinity.xpm.worker.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InnerAddressesTest {

    private final InnerAddresses unit = new InnerAddresses(InetAddress::getAllByName);

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
        assertThat(unit.whereLeads(address, Set.of("documents.example"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "172.32.0.1", "100.128.0.1", "198.20.0.1", "2606:2800:220:1::1"})
    void leadsOutside(String address) throws UnknownHostException {
        assertThat(unit.whereLeads(address, Set.of())).containsExactly(InetAddress.getByName(address));
    }

    @Test
    void isAllowedWhereTheAddressItselfIsListed() throws UnknownHostException {
        assertThat(unit.whereLeads("10.1.2.3", Set.of("10.1.2.3"))).hasSize(1);
        assertThat(unit.whereLeads("localhost", Set.of("localhost"))).isEmpty();
    }

    @Test
    void oneInnerAddressAmongSeveralIsEnough() throws UnknownHostException {
        InetAddress[] both = {InetAddress.getByName("93.184.216.34"), InetAddress.getByName("10.0.0.1")};

        assertThat(new InnerAddresses(host -> both).whereLeads("documents.example", Set.of("documents.example")))
                .isEmpty();
    }
}
