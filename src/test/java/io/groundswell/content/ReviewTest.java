package io.groundswell.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReviewTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");

    @Test
    void a_yes_counts_for_the_version_it_was_given_to() {
        // Given
        var review = new Review();
        review.begin(NOW);
        // When
        review.add(new Review.Approval("usr_1", NOW, null, 1));
        review.add(new Review.Approval("usr_1", NOW, null, 2));
        review.add(new Review.Approval("usr_2", NOW, null, 2));
        // Then
        assertThat(review.yeses(1)).isEqualTo(1);
        assertThat(review.yeses(2)).isEqualTo(2);
        assertThat(review.yeses(3)).isZero();
        assertThat(review.hasApprovalOf("usr_2", 1)).isFalse();
        assertThat(review.hasApprovalOf("usr_2", 2)).isTrue();
    }

    @Test
    void an_item_that_comes_back_to_review_waits_and_escalates_anew() {
        // Given
        var review = new Review();
        review.begin(NOW);
        review.add(new Review.Approval("usr_1", NOW, null, 1));
        review.escalated(NOW.plusSeconds(60));
        // When
        review.begin(NOW.plusSeconds(120));
        // Then
        assertThat(review.isRequired()).isTrue();
        assertThat(review.approvals()).isEmpty();
        assertThat(review.escalatedAt()).isNull();
    }

    @Test
    void a_no_takes_the_place_of_a_yes() {
        // Given
        var review = new Review();
        review.approved(Review.SYSTEM, "auto_approved:policy", NOW);
        // When
        review.rejected("usr_1", "Dull", "More fun", NOW.plusSeconds(1));
        // Then
        assertThat(review.reviewedBy()).isEqualTo("usr_1");
        assertThat(review.notes()).isNull();
        assertThat(review.reason()).isEqualTo("Dull");
    }

    @Test
    void other_words_need_a_review_like_the_old_ones_until_the_policy_decides_anew() {
        // Given
        var review = new Review();
        review.begin(NOW);
        review.clear();
        assertThat(review.isRequired()).isTrue();
        // When
        review.reconsider();
        // Then
        assertThat(review.isRequired()).isFalse();
    }
}
