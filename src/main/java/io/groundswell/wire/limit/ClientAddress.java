package io.groundswell.wire.limit;

import io.netty.util.NetUtil;
import java.util.Arrays;

/** Whom requests are counted under that nobody signed. */
final class ClientAddress {
    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};
    private static final int NETWORK = 8;
    private static final int LONG = 16;

    private ClientAddress() {}

    /** An IPv4 address, in whatever form, or the /64 of an IPv6 one: the least that anybody is given, with room for all the guesses there are. */
    static String counted(String address) {
        var bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null || bytes.length != LONG) {
            return address;
        }
        if (Arrays.equals(bytes, 0, MAPPED.length, MAPPED, 0, MAPPED.length)) {
            return NetUtil.bytesToIpAddress(Arrays.copyOfRange(bytes, MAPPED.length, LONG));
        }
        Arrays.fill(bytes, NETWORK, LONG, (byte) 0);
        return NetUtil.bytesToIpAddress(bytes) + "/64";
    }
}
