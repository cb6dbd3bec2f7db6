package io.groundswell.publishing.mastodon;

import java.net.URI;

/** A Mastodon server, and the token of an account there. */
record Server(URI address, String token) {

    URI at(String path) {
        return URI.create(address + path);
    }

    /** The token is for nobody's eyes. */
    @Override
    public String toString() {
        return address.toString();
    }
}
