package io.groundswell.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.255",
                "169.254.0.0",
                "169.254.169.254",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.0",
                "192.168.255.255",
                "198.18.0.0",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255"
            })
    void special_addresses_of_ipv4_are_not_public(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(bytes(address))).isFalse();
        assertThat(PublicAddress.is(bytes(sixToFour(address)))).as("6to4").isFalse();
        assertThat(PublicAddress.is(bytes("64:ff9b::" + address))).as("NAT64").isFalse();
        assertThat(PublicAddress.is(mapped(address))).as("mapped").isFalse();
        assertThat(PublicAddress.is(bytes("2606:4700:1:1:0:5efe:" + address)))
                .as("ISATAP")
                .isFalse();
        assertThat(PublicAddress.is(bytes("2606:4700:1:1:200:5efe:" + address)))
                .as("ISATAP, unique")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "191.255.255.255",
                "192.0.1.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255"
            })
    void their_neighbours_are_public_however_they_are_written(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(bytes(address))).isTrue();
        assertThat(PublicAddress.is(bytes(sixToFour(address)))).as("6to4").isTrue();
        assertThat(PublicAddress.is(bytes("64:ff9b::" + address))).as("NAT64").isTrue();
        assertThat(PublicAddress.is(mapped(address))).as("mapped").isTrue();
        assertThat(PublicAddress.is(bytes("2606:4700:1:1:0:5efe:" + address)))
                .as("ISATAP")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::",
                "::1",
                "::7f00:1",
                "::8.8.8.8",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:0:4136:e378::1",
                "2001:2::1",
                "2001:10::1",
                "2001:20::1",
                "2001:1ff:ffff::1",
                "2001:db8::1",
                "3fff::1",
                "3fff:fff::1",
                "fc00::1",
                "fd12:3456::1",
                "fdff:ffff::1",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1",
                "ff0e::1",
                "4000::1"
            })
    void special_addresses_of_ipv6_are_not_public(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(bytes(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:200::1", "2001:4860:4860::8888", "2606:4700:4700::1111", "2a00:1450::1", "3ffe::1"})
    void addresses_that_were_given_out_are_public(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(bytes(address))).isTrue();
    }

    @Test
    void a_network_ends_where_its_bits_end() throws UnknownHostException {
        var network = Network.of("172.16.0.0/12");
        assertThat(network.holds(bytes("172.31.255.255"))).isTrue();
        assertThat(network.holds(bytes("172.32.0.0"))).isFalse();
        assertThat(network.holds(bytes("172.15.255.255"))).isFalse();
        assertThat(network.holds(bytes("::1"))).isFalse();
    }

    private static byte[] bytes(String literal) throws UnknownHostException {
        return InetAddress.getByName(literal).getAddress();
    }

    /** The JDK would turn a text of this form into an IPv4 address. */
    private static byte[] mapped(String address) throws UnknownHostException {
        var bytes = new byte[16];
        bytes[10] = bytes[11] = -1;
        System.arraycopy(bytes(address), 0, bytes, 12, 4);
        return bytes;
    }

    private static String sixToFour(String address) throws UnknownHostException {
        var bytes = bytes(address);
        return "2002:%02x%02x:%02x%02x::1".formatted(bytes[0], bytes[1], bytes[2], bytes[3]);
    }
}
