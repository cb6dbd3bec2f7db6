package io.groundswell.generation.language;

import io.groundswell.generation.remote.Line;

/** A language model behind one provider's API: one question, one answer, no memory. */
public interface LanguageModel {
    Reply ask(Question question, Line line);

    /** What the body of a successful answer says about the tokens that are charged for, however odd the rest of it. */
    Tokens tokens(String body);

    /**
     * @param json what should be an answer in the form that was asked for
     * @param end how the answer ended
     */
    record Reply(String json, End end) {}

    enum End {
        WHOLE,
        CUT_OFF,
        DECLINED
    }
}
