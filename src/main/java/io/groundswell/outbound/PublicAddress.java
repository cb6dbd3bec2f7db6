package io.groundswell.outbound;

import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses of the public internet from all others, by the registries of special-purpose addresses. An IPv6 address
 * that leads to an IPv4 one is judged by that one.
 */
final class PublicAddress {
    private static final List<Network> SPECIAL = networks(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // shared by customers of a carrier
            "127.0.0.0/8", // loopback
            "169.254.0.0/16", // link-local, and where clouds keep the credentials of their machines
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocols
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // relays of 6to4
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4", // reserved, broadcast
            "2001::/23", // protocols: Teredo, benchmarks, ORCHID
            "2001:db8::/32", // documentation
            "3fff::/20"); // documentation

    /** All of IPv6 that was ever given out; loopback, local and multicast addresses lie elsewhere. */
    private static final Network GLOBAL = Network.of("2000::/3");

    private static final Network TRANSLATED = Network.of("64:ff9b::/96");
    private static final Network SIX_TO_FOUR = Network.of("2002::/16");
    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};
    private static final byte[] ISATAP = {0, 0, 0x5e, (byte) 0xfe};

    private PublicAddress() {}

    private static List<Network> networks(String... texts) {
        return Arrays.stream(texts).map(Network::of).toList();
    }

    static boolean is(byte[] address) {
        if (SPECIAL.stream().anyMatch(network -> network.holds(address))) {
            return false;
        }
        if (address.length == 4) {
            return true;
        }
        if (startsWith(address, MAPPED) || TRANSLATED.holds(address)) {
            return is(Arrays.copyOfRange(address, 12, 16));
        }
        if (SIX_TO_FOUR.holds(address)) {
            return is(Arrays.copyOfRange(address, 2, 6));
        }
        return GLOBAL.holds(address) && (!isTunnel(address) || is(Arrays.copyOfRange(address, 12, 16)));
    }

    private static boolean startsWith(byte[] address, byte[] prefix) {
        return Arrays.equals(address, 0, prefix.length, prefix, 0, prefix.length);
    }

    /** The second bit of the first byte only tells whether the IPv4 address is unique. */
    private static boolean isTunnel(byte[] address) {
        var identifier = Arrays.copyOfRange(address, 8, 12);
        identifier[0] &= ~2;
        return Arrays.equals(identifier, ISATAP);
    }
}
