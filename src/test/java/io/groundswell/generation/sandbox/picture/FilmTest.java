package io.groundswell.generation.sandbox.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.generation.Illustration;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.jcodec.api.FrameGrab;
import org.jcodec.api.JCodecException;
import org.jcodec.common.Codec;
import org.jcodec.common.DemuxerTrack;
import org.jcodec.common.DemuxerTrackMeta;
import org.jcodec.common.io.ByteBufferSeekableByteChannel;
import org.jcodec.common.model.Picture;
import org.jcodec.containers.mp4.MP4Util;
import org.jcodec.containers.mp4.boxes.Box;
import org.jcodec.containers.mp4.boxes.MediaHeaderBox;
import org.jcodec.containers.mp4.boxes.MovieBox;
import org.jcodec.containers.mp4.boxes.MovieHeaderBox;
import org.jcodec.containers.mp4.boxes.NodeBox;
import org.jcodec.containers.mp4.boxes.TrackHeaderBox;
import org.jcodec.containers.mp4.demuxer.MP4Demuxer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilmTest {
    private static final long NOT_GIVEN = Instant.parse("1904-01-01T00:00:00Z").toEpochMilli();

    @ParameterizedTest
    @CsvSource({
        "INSTAGRAM, REEL, 4, 720, 1280, 18",
        "INSTAGRAM, REEL, 0, 720, 1280, 16",
        "TIKTOK, VIDEO, 3, 720, 1280, 15",
        "YOUTUBE, VIDEO, 3, 1280, 720, 15"
    })
    void a_video_has_the_ratio_of_its_network_and_lasts_15_seconds_or_more(
            Platform platform, ContentType type, int lines, int width, int height, int seconds)
            throws IOException, JCodecException {
        // When
        Illustration video = SandboxIllustratorTest.ILLUSTRATOR
                .illustrate(Briefs.of(platform, type, Briefs.lesson(lines)))
                .illustrations()
                .get(0);
        // Then
        assertThat(video.format()).isEqualTo("mp4");
        assertThat(video.durationSeconds()).isEqualTo(seconds);
        assertThat(video.bytes()).hasSizeLessThan(2 * 1024 * 1024);

        DemuxerTrackMeta track = track(video).getMeta();
        assertThat(track.getCodec()).isEqualTo(Codec.H264);
        assertThat(track.getTotalDuration()).isEqualTo(seconds);
        assertThat(track.getVideoCodecMeta().getSize().getWidth()).isEqualTo(width);
        assertThat(track.getVideoCodecMeta().getSize().getHeight()).isEqualTo(height);
        assertThat(track.getTotalFrames()).isEqualTo(seconds);
        assertThat(frame(video).getCroppedHeight()).isEqualTo(height);
    }

    @ParameterizedTest
    @CsvSource({"#FFFFFF, 235", "#000000, 16"})
    void what_is_painted_is_what_is_seen(String color, int luma) throws IOException, JCodecException {
        // Given
        Raster scene = new Raster(64, 64, Rgb.parse(color).orElseThrow());
        // When
        byte[] file = Film.encode(List.of(scene, scene), 2);
        // Then
        Picture picture = FrameGrab.getFrameFromChannel(
                ByteBufferSeekableByteChannel.readFromByteBuffer(ByteBuffer.wrap(file)), 3);
        assertThat(picture.getPlaneData(0)[0] + 128).isCloseTo(luma, within(2));
        assertThat(picture.getPlaneData(0)[63 * 64 + 63] + 128).isCloseTo(luma, within(2));
    }

    @Test
    void a_file_does_not_tell_when_it_was_made() throws IOException {
        // When
        byte[] file = Film.encode(List.of(new Raster(64, 64, Rgb.WHITE)), 1);
        // Then
        MovieBox movie =
                MP4Util.parseMovieChannel(ByteBufferSeekableByteChannel.readFromByteBuffer(ByteBuffer.wrap(file)));
        MovieHeaderBox header = NodeBox.findFirst(movie, MovieHeaderBox.class, "mvhd");
        TrackHeaderBox track = movie.getVideoTrack().getTrackHeader();
        MediaHeaderBox media =
                NodeBox.findFirstPath(movie.getVideoTrack(), MediaHeaderBox.class, Box.path("mdia.mdhd"));
        assertThat(List.of(header.getCreated(), track.getCreated(), media.getCreated()))
                .containsOnly(NOT_GIVEN);
        assertThat(List.of(header.getModified(), track.getModified(), media.getModified()))
                .containsOnly(NOT_GIVEN);
    }

    private static DemuxerTrack track(Illustration video) throws IOException {
        return MP4Demuxer.createMP4Demuxer(
                        ByteBufferSeekableByteChannel.readFromByteBuffer(ByteBuffer.wrap(video.bytes())))
                .getVideoTrack();
    }

    private static Picture frame(Illustration video) throws IOException, JCodecException {
        return FrameGrab.getFrameFromChannel(
                ByteBufferSeekableByteChannel.readFromByteBuffer(ByteBuffer.wrap(video.bytes())), 1);
    }
}
