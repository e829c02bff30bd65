package com.nowinfinity.xpm.worker.documents;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;

/**
 * Addresses that a document must not come from although its host's name is allowed: this machine, the network around it,
 * the platform's own services. Asked after the name is resolved, because whoever owns a name decides where it leads; the
 * call then goes to the addresses that were looked at, and the name is not asked again.
 */
public final class InnerAddresses {

    private final Names names;

    public InnerAddresses(Names names) {
        this.names = names;
    }

    /** Where a host's name leads, as {@link InetAddress#getAllByName} says it. */
    @FunctionalInterface
    public interface Names {

        InetAddress[] lookUp(String host) throws UnknownHostException;
    }

    /**
     * The addresses of a host; none where one of them is an inner one.
     *
     * @param listed host names and addresses that are allowed; an inner address must stand there itself
     * @throws UnknownHostException when the name leads nowhere now
     */
    List<InetAddress> whereLeads(String host, Set<String> listed) throws UnknownHostException {
        List<InetAddress> found = List.of(names.lookUp(host));
        boolean inside =
                found.stream().anyMatch(address -> isInner(address) && !listed.contains(address.getHostAddress()));
        return inside ? List.of() : found;
    }

    static boolean isInner(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet6Address ? isInner6(address.getAddress()) : isInner4(address.getAddress()));
    }

    /** Shared by a carrier (100.64/10), "this network" (0/8), reserved for tests of networks (198.18/15), reserved (240/4). */
    private static boolean isInner4(byte[] bytes) {
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        return first == 0
                || (first == 100 && second >= 64 && second < 128)
                || (first == 198 && (second == 18 || second == 19))
                || first >= 240;
    }

    /** Unique local (fc00::/7), and ways to write a version 4 address (::a.b.c.d, 64:ff9b::/96, 2002::/16). */
    private static boolean isInner6(byte[] bytes) {
        boolean uniqueLocal = (bytes[0] & 0xFE) == 0xFC;
        boolean translated =
                bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xFF) == 0xFF && (bytes[3] & 0xFF) == 0x9B;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        boolean compatible = true;
        for (int i = 0; i < 12; i++) {
            compatible &= bytes[i] == 0;
        }
        return uniqueLocal || translated || sixToFour || compatible;
    }
}
