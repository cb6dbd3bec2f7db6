package io.groundswell.outbound;

import static io.groundswell.outbound.OutboundFailure.Kind.NOT_SENT;
import static io.groundswell.outbound.OutboundFailure.Kind.REFUSED_TARGET;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

/** Looks a host up, once, and refuses it when any of its addresses is one that outsiders must not reach through us. */
final class Targets {
    private static final int MOST_TRIED = 4;

    /** Where names become addresses. */
    interface Directory {
        InetAddress[] find(String host) throws UnknownHostException;
    }

    private final Directory directory;
    private final boolean privateToo;

    Targets(Directory directory, boolean privateToo) {
        this.directory = directory;
        this.privateToo = privateToo;
    }

    /** The addresses that a call may go to, best first. */
    List<InetAddress> of(URI address) {
        requireWeb(address);
        var host = host(address);
        var found = find(host);
        for (var one : found) {
            if (!privateToo && !PublicAddress.is(one.getAddress())) {
                throw refused(host + " is, or leads to, an address that is not on the public internet");
            }
        }
        return List.of(found).subList(0, Math.min(found.length, MOST_TRIED));
    }

    private static void requireWeb(URI address) {
        var scheme = address.getScheme();
        if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
            throw refused("Only http and https addresses are called");
        }
        if (address.getHost() == null || address.getPort() == 0 || address.getPort() > 65_535) {
            throw refused("The address names no host, or no port that exists");
        }
        if (address.getRawUserInfo() != null) {
            throw refused("An address with a user name in it is not called");
        }
    }

    /** Without the brackets of IPv6. */
    static String host(URI address) {
        var host = address.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private InetAddress[] find(String host) {
        try {
            return directory.find(host);
        } catch (UnknownHostException e) {
            throw new OutboundFailure(NOT_SENT, "There is no host " + host, e);
        }
    }

    private static OutboundFailure refused(String message) {
        return new OutboundFailure(REFUSED_TARGET, message);
    }
}
