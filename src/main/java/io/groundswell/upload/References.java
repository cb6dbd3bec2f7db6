package io.groundswell.upload;

import io.groundswell.creator.CreatorService;
import io.groundswell.creator.Handle;
import io.groundswell.metric.Subject;
import io.groundswell.shared.Caller;
import io.groundswell.upload.UploadLine.OfSnapshot;
import io.groundswell.upload.UploadLine.OfVideo;
import io.groundswell.video.VideoAddress;
import io.groundswell.video.VideoService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Finds what lines speak of by handles and addresses. */
@ApplicationScoped
class References {
    private final CreatorService creators;
    private final VideoService videos;

    References(CreatorService creators, VideoService videos) {
        this.creators = creators;
        this.videos = videos;
    }

    /**
     * @param creators by the keys of their handles
     * @param videos by the keys of their addresses
     */
    record Found(Map<String, UUID> creators, Map<String, UUID> videos) {
        UUID creator(String handle) {
            return handle == null ? null : creators.get(Handle.key(handle));
        }

        /** Null when there is none. */
        Subject subject(OfSnapshot line) {
            var id = line.address() == null
                    ? creator(line.handle())
                    : videos.get(line.address().key());
            var kind = line.address() == null ? Subject.Kind.CREATOR : Subject.Kind.VIDEO;
            return id == null ? null : new Subject(kind, id.toString());
        }

        /** Why a line cannot be taken, or null. */
        String fault(OfVideo line) {
            return line.handle() != null && creator(line.handle()) == null ? noCreator(line.handle()) : null;
        }

        String fault(OfSnapshot line) {
            if (subject(line) != null) {
                return null;
            }
            return line.address() == null
                    ? noCreator(line.handle())
                    : "The project has no video " + line.address().url();
        }

        private static String noCreator(String handle) {
            return "The project has no creator @" + handle;
        }
    }

    Found ofVideos(Caller caller, UUID programId, Collection<OfVideo> lines) {
        return find(
                caller,
                programId,
                lines.stream().map(OfVideo::handle).toList(),
                lines.stream().map(OfVideo::address).toList());
    }

    Found ofSnapshots(Caller caller, UUID programId, Collection<OfSnapshot> lines) {
        var handles = lines.stream()
                .filter(line -> line.address() == null)
                .map(OfSnapshot::handle)
                .toList();
        return find(
                caller,
                programId,
                handles,
                lines.stream().map(OfSnapshot::address).toList());
    }

    Found ofCreators(Caller caller, UUID programId, List<String> handles) {
        return find(caller, programId, handles, List.of());
    }

    private Found find(Caller caller, UUID programId, List<String> handles, List<VideoAddress> addresses) {
        var named = handles.stream().filter(Objects::nonNull).distinct().toList();
        var at = addresses.stream().filter(Objects::nonNull).toList();
        return new Found(creators.ids(caller.owner(), programId, named), videos.ids(caller.owner(), programId, at));
    }
}
