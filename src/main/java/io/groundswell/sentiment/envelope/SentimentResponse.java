package io.groundswell.sentiment.envelope;

import io.groundswell.sentiment.Sentiment;
import io.groundswell.sentiment.SentimentQuestion;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Nullable;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How kind comments are. */
@RegisterForReflection
record SentimentResponse(
        @Schema(format = "date") String from,
        @Schema(format = "date") String to,
        String tz,
        long totalComments,

        @Schema(description = "Those with a word that is in the word list")
        long analysedComments,

        long positiveComments,
        long negativeComments,

        @Schema(description = "Percent of the analysed ones; null when there are none") @Nullable
        Double positiveShare,

        @Schema(description = "Percent of the analysed ones; null when there are none") @Nullable
        Double negativeShare,

        @Schema(description = "The mean comparative score of the analysed ones, from -5 to 5; null when there are none")
        @Nullable
        Double meanScore,

        List<Warning> warnings) {

    /** A video with many unkind comments. */
    @RegisterForReflection
    record Warning(String videoId, @Nullable String title, String url, long analysedComments, double negativeShare) {
        static Warning of(Sentiment.Warning warning) {
            var mood = warning.mood();
            return new Warning(
                    warning.video().toString(), warning.title(), warning.url(), mood.analysed(), mood.negativeShare());
        }
    }

    static SentimentResponse of(SentimentQuestion question, String zone, Sentiment sentiment) {
        var all = sentiment.all();
        return new SentimentResponse(
                question.first().toString(),
                question.last().toString(),
                zone,
                all.comments(),
                all.analysed(),
                all.positive(),
                all.negative(),
                all.positiveShare(),
                all.negativeShare(),
                all.meanScore(),
                sentiment.warnings().stream().map(Warning::of).toList());
    }
}
