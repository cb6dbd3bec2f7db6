package io.groundswell.generation.language;

import io.groundswell.generation.ProviderFailure;
import io.groundswell.generation.Usage;
import io.groundswell.generation.language.LanguageModel.End;
import io.groundswell.generation.language.LanguageModel.Reply;
import io.groundswell.generation.remote.Connection;
import io.groundswell.generation.remote.RemoteFailure;
import java.util.List;
import java.util.function.Function;

/**
 * Asks a language model until its answer will do: once, and a second time with what was wrong with the first answer. All
 * that was asked is paid for, whatever came of it.
 */
final class Interview {
    private static final int MOST_FAULTS = 10;

    private final LanguageModel model;
    private final Connection connection;
    private final Account account;
    private final Prompts prompts;
    private final int maxOutputTokens;

    Interview(LanguageModel model, Connection connection, Account account, Prompts prompts, int maxOutputTokens) {
        this.model = model;
        this.connection = connection;
        this.account = account;
        this.prompts = prompts;
        this.maxOutputTokens = maxOutputTokens;
    }

    record Outcome<T>(T value, Usage usage) {}

    <T> Outcome<T> ask(Question question, Function<String, Reading<T>> reader) {
        var first = exchange(question);
        var reading = read(first, reader);
        if (reading.isRight()) {
            return outcome(reading, "used");
        }
        var second = exchange(question.followedBy(prompts.repair(first.json(), reading.faults())));
        var repaired = read(second, reader);
        if (repaired.isRight()) {
            return outcome(repaired, "repaired");
        }
        connection.figures().judged(connection.route(), "unusable");
        throw paid(ProviderFailure.passing(
                "%s answers in a form that cannot be used: %s".formatted(name(), String.join("; ", repaired.faults())),
                null));
    }

    private static <T> Reading<T> read(Reply reply, Function<String, Reading<T>> reader) {
        if (reply.end() == End.CUT_OFF) {
            return Reading.wrong(List.of("the answer was cut off at its longest length; it has to be much shorter"));
        }
        var reading = reader.apply(reply.json());
        return new Reading<>(
                reading.value(), reading.faults().stream().limit(MOST_FAULTS).toList());
    }

    private <T> Outcome<T> outcome(Reading<T> reading, String judgement) {
        connection.figures().judged(connection.route(), judgement);
        var usage = account.usage();
        connection.figures().paid(usage);
        return new Outcome<>(reading.value(), usage);
    }

    private Reply exchange(Question question) {
        var line = connection.line();
        var most = new Tokens(question.mostTokens(), maxOutputTokens);
        Reply reply;
        try {
            reply = connection.call(line, over -> model.ask(question, over));
        } catch (RemoteFailure failure) {
            if (failure.mayCost()) {
                account.add(most);
            }
            throw paid(failure.toProviderFailure(name()));
        } catch (RuntimeException unreadable) {
            if (line.answer().isEmpty()) {
                throw unreadable;
            }
            // What came back is not what the API promises; the reader will say so.
            reply = new Reply("", End.WHOLE);
        }
        account.add(line.answer().map(body -> charged(body, most)).orElse(Tokens.NONE));
        if (reply.end() == End.DECLINED) {
            connection.figures().judged(connection.route(), "declined");
            throw paid(ProviderFailure.permanent(name() + " declines to write this"));
        }
        return reply;
    }

    /** An answer that does not say what it costs counts as the dearest that was possible. */
    private Tokens charged(String body, Tokens most) {
        var told = model.tokens(body);
        return told.sum() == 0 ? most : told;
    }

    private ProviderFailure paid(ProviderFailure failure) {
        if (account.isEmpty()) {
            return failure;
        }
        connection.figures().paid(account.usage());
        return failure.paid(account.usage());
    }

    private String name() {
        return connection.route().provider();
    }
}
