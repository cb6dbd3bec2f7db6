package io.groundswell.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** A range of addresses, written as {@code 10.0.0.0/8}. */
record Network(byte[] prefix, int bits) {

    static Network of(String text) {
        var slash = text.indexOf('/');
        try {
            // A literal is not looked up anywhere.
            var address = InetAddress.getByName(text.substring(0, slash)).getAddress();
            return new Network(address, Integer.parseInt(text.substring(slash + 1)));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    boolean holds(byte[] address) {
        if (address.length != prefix.length) {
            return false;
        }
        var whole = bits / 8;
        if (!Arrays.equals(address, 0, whole, prefix, 0, whole)) {
            return false;
        }
        var rest = bits % 8;
        return rest == 0 || ((address[whole] ^ prefix[whole]) & 0xff) >>> (8 - rest) == 0;
    }
}
