package io.groundswell.testing;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.agroal.api.AgroalDataSource;
import io.groundswell.account.Role;
import io.groundswell.recording.TrackedFixture;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.shared.PublicId;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Plays every transcript against the server under test. {@code -Dtranscripts.record=true} writes the answers into the files instead and fails: look at
 * the difference, then run again. {@code -Dtranscripts.only=v1/account} plays what lies below that folder.
 */
abstract class Transcripts {
    abstract AgroalDataSource database();

    @TestFactory
    Stream<DynamicTest> transcripts() {
        return Transcript.below(System.getProperty("transcripts.only", "")).stream()
                .map(transcript ->
                        dynamicTest(transcript.title(), transcript.file().toUri(), () -> run(transcript)));
    }

    private void run(Transcript transcript) {
        try (var mastodon = new MastodonServer(Clock.systemUTC());
                var bluesky = new BlueskyServer(Clock.systemUTC())) {
            mastodon.open("brand");
            bluesky.open("brand.example");
            var cast = cast(transcript);
            cast.put("mastodon", mastodon.address());
            cast.put("bluesky", bluesky.address());
            var player = new Player(transcript, cast);
            if (Boolean.getBoolean("transcripts.record")) {
                player.record();
                throw new AssertionError("Recorded " + transcript.file());
            }
            play(player, cast);
        } finally {
            Api.resetClock();
        }
    }

    void play(Player player, Map<String, String> cast) {
        player.play();
    }

    /** Everybody who appears in a transcript, as members of a new organization. */
    final Map<String, String> cast(Transcript transcript) {
        var organization = Api.organization();
        var cast = new HashMap<>(Map.of(
                "organization", organization.id(),
                "live", organization.live(),
                "test", organization.test(),
                "tga", organization.tga(),
                "aak", organization.aak(),
                "operator", Api.OPERATOR));
        for (var role : Role.values()) {
            if (transcript.mentions(role + "_key") || transcript.mentions(role + "_user")) {
                var member = Cast.join(database(), organization.id(), role);
                cast.put(role + "_key", member.key());
                cast.put(role + "_user", member.userId());
            }
        }
        if (transcript.mentions("clerk_token")) {
            cast.putAll(IdentityProvider.token(
                    PublicId.next("usr"), Map.of("email", PublicId.random(8) + "@example.com", "name", "Ada")));
        }
        if (Stream.of("stranger", "stranger_live", "stranger_aak", "stranger_tga")
                .anyMatch(transcript::mentions)) {
            var stranger = Api.organization();
            cast.put("stranger", stranger.id());
            cast.put("stranger_live", stranger.live());
            cast.put("stranger_aak", stranger.aak());
            cast.put("stranger_tga", stranger.tga());
        }
        if (transcript.mentions("tracked_project")) {
            cast.putAll(tracked(organization));
        }
        return cast;
    }

    /** A project with a creator, and a video of that one. */
    private Map<String, String> tracked(Api.Organization organization) {
        var things = new TrackedFixture(database());
        var owner = new Owner(organization.id(), Mode.LIVE);
        var program = things.program(owner);
        var creator = things.creator(owner, program);
        var video = things.video(owner, program, creator, "INCLUDED");
        return Map.of(
                "tracked_project", program.toString(), "tracked_creator", creator.id(), "tracked_video", video.id());
    }
}
