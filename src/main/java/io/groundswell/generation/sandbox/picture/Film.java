package io.groundswell.generation.sandbox.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jcodec.common.Codec;
import org.jcodec.common.MuxerTrack;
import org.jcodec.common.VideoCodecMeta;
import org.jcodec.common.VideoEncoder;
import org.jcodec.common.io.ByteBufferSeekableByteChannel;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Packet;
import org.jcodec.common.model.Picture;
import org.jcodec.common.model.Size;
import org.jcodec.containers.mp4.Brand;
import org.jcodec.containers.mp4.muxer.MP4Muxer;

/** Turns scenes into an MP4 file with one silent H.264 track. */
final class Film {
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    private Film() {}

    /** Shows each scene for {@code seconds}, one frame a second; the scenes' sides are multiples of 16 pixels. */
    static byte[] encode(List<Raster> scenes, int seconds) {
        var file = new ByteBufferSeekableByteChannel(ByteBuffer.allocate(MAX_BYTES), 0);
        try {
            MP4Muxer muxer = MP4Muxer.createMP4Muxer(file, Brand.MP4);
            Size size = new Size(scenes.get(0).width, scenes.get(0).height);
            MuxerTrack track = muxer.addVideoTrack(
                    Codec.H264, VideoCodecMeta.createSimpleVideoCodecMeta(size, ColorSpace.YUV420J));
            SceneEncoder encoder = new SceneEncoder();
            encoder.setKeyInterval(seconds);
            int second = 0;
            for (Raster scene : scenes) {
                Picture picture = YuvPicture.of(scene);
                for (int i = 0; i < seconds; i++) {
                    ByteBuffer buffer = ByteBuffer.allocate(encoder.estimateBufferSize(picture));
                    track.addFrame(packet(encoder.encodeFrame(picture, buffer), second++));
                }
            }
            muxer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a video to memory", e);
        }
        ByteBuffer contents = file.getContents();
        Mp4Times.clear(contents);
        byte[] bytes = new byte[contents.remaining()];
        contents.get(bytes);
        return bytes;
    }

    private static Packet packet(VideoEncoder.EncodedFrame frame, int second) {
        Packet.FrameType type = frame.isKeyFrame() ? Packet.FrameType.KEY : Packet.FrameType.INTER;
        return Packet.createPacket(frame.getData(), second, 1, 1, second, type, null);
    }
}
