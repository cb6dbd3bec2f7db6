package io.groundswell.generation.openai;

import io.groundswell.content.Visual;
import io.groundswell.generation.Illustration;
import io.groundswell.generation.IllustrationBrief;
import io.groundswell.generation.Illustrator;
import io.groundswell.generation.ProviderFailure;
import io.groundswell.generation.remote.Connection;
import io.groundswell.generation.remote.RemoteFailure;
import io.groundswell.generation.sandbox.picture.PngPicture;
import io.groundswell.mission.ContentType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws the pictures of an item one after the other; what was drawn before one fails is paid for. */
public final class OpenAiIllustrator implements Illustrator {
    private final PictureModel model;
    private final Connection connection;
    private final BigDecimal pictureCents;

    public OpenAiIllustrator(PictureModel model, Connection connection, BigDecimal pictureCents) {
        this.model = model;
        this.connection = connection;
        this.pictureCents = pictureCents;
    }

    @Override
    public String provider() {
        return connection.route().provider();
    }

    @Override
    public boolean isReachable() {
        return connection.isReachable();
    }

    @Override
    public boolean draws(ContentType type) {
        return type != ContentType.REEL && type != ContentType.VIDEO;
    }

    @Override
    public long estimateCents(IllustrationBrief brief) {
        return nothing().add(motifs(brief).size()).usage().costCents();
    }

    private static List<Motifs.Motif> motifs(IllustrationBrief brief) {
        return brief.type() == ContentType.POLL ? List.of() : new Motifs(brief).all();
    }

    private Charged nothing() {
        return new Charged(provider(), model.name(), pictureCents);
    }

    @Override
    public Gallery illustrate(IllustrationBrief brief) {
        var drawn = new ArrayList<Illustration>();
        var charged = nothing();
        for (var motif : motifs(brief)) {
            drawn.add(illustration(brief, motif, charged));
        }
        requireOneSize(drawn, charged);
        connection.figures().paid(charged.usage());
        return new Gallery(List.copyOf(drawn), charged.usage());
    }

    private Illustration illustration(IllustrationBrief brief, Motifs.Motif motif, Charged charged) {
        var picture = draw(brief, motif, charged)
                .flatMap(PngPicture::read)
                .orElseThrow(() -> failed(
                        ProviderFailure.passing(provider() + " answers with something that is no picture", null),
                        charged));
        return new Illustration(
                brief.type() == ContentType.CAROUSEL ? Visual.Type.CAROUSEL_SLIDE : Visual.Type.IMAGE,
                "png",
                new Visual.Dimensions(picture.width(), picture.height()),
                picture.bytes(),
                picture.thumbnail(),
                motif.altText(),
                null,
                motif.position());
    }

    private Optional<byte[]> draw(IllustrationBrief brief, Motifs.Motif motif, Charged charged) {
        var line = connection.line();
        var size = PictureSize.of(brief.platform(), brief.type());
        var reference = brief.reference() + ":" + motif.position();
        try {
            return connection.call(line, over -> model.draw(motif.prompt(), size, reference, over));
        } catch (RemoteFailure failure) {
            charged.add(failure.mayCost() ? 1 : 0);
            throw failed(failure.toProviderFailure(provider()), charged);
        } catch (RuntimeException unreadable) {
            if (line.answer().isEmpty()) {
                throw unreadable;
            }
            return Optional.empty();
        } finally {
            line.answer().ifPresent(body -> charged.add(Math.max(1, PictureModel.pictures(body))));
        }
    }

    private void requireOneSize(List<Illustration> drawn, Charged charged) {
        if (drawn.stream().map(Illustration::dimensions).distinct().count() > 1) {
            throw failed(ProviderFailure.passing(provider() + " draws slides of different sizes", null), charged);
        }
    }

    private ProviderFailure failed(ProviderFailure failure, Charged charged) {
        if (charged.isNothing()) {
            return failure;
        }
        connection.figures().paid(charged.usage());
        return failure.paid(charged.usage());
    }

    @Override
    public String toString() {
        return provider();
    }
}
