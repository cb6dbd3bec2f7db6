package io.groundswell.sentiment;

import io.groundswell.account.AuditTrail;
import io.groundswell.database.Edge;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import io.groundswell.shared.Refusal;
import io.groundswell.video.VideoService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Records comments of videos, whoever tells them, and gives them back. */
@ApplicationScoped
public class CommentService {
    /** Most comments in one call. */
    public static final int MOST = 500;
    /** Most comments that are kept of a video. */
    static final int MOST_OF_VIDEO = 10_000;

    private final VideoService videos;
    private final Comments comments;
    private final AuditTrail audit;

    CommentService(VideoService videos, Comments comments, AuditTrail audit) {
        this.videos = videos;
        this.comments = comments;
        this.audit = audit;
    }

    /** Takes all or none of them. One that is known is written anew. */
    @Transactional
    public void record(Owner owner, UUID video, List<Comment> told) {
        if (told.size() > MOST) {
            throw new IllegalArgumentException("More than %d comments at once".formatted(MOST));
        }
        comments.hold(owner, video);
        videos.get(owner, video);
        comments.save(owner, video, told);
        if (comments.count(video) > MOST_OF_VIDEO) {
            throw Refusal.of(
                    SentimentError.TOO_MANY_COMMENTS,
                    "%,d comments are kept of a video at most, and these would be more",
                    MOST_OF_VIDEO);
        }
    }

    /** The newest first. */
    @Transactional
    public Page<ScoredComment> list(Owner owner, UUID video, int limit, Edge after) {
        videos.get(owner, video);
        return comments.page(owner, video, limit, after);
    }

    /** For good, as whoever wrote it may ask for. */
    @Transactional
    public void delete(Caller caller, UUID video, String id) {
        videos.get(caller.owner(), video);
        if (!comments.delete(caller.owner(), video, id)) {
            throw Refusal.of(SentimentError.COMMENT_NOT_FOUND, "No such comment: %s", id);
        }
        audit.record(caller.owner(), caller.userId(), "comment.deleted", video.toString(), Map.of("comment_id", id));
    }
}
