package io.groundswell.generation.sandbox.picture;

import org.jcodec.codecs.h264.H264Encoder;
import org.jcodec.codecs.h264.encode.RateControl;
import org.jcodec.codecs.h264.io.model.SeqParameterSet;
import org.jcodec.codecs.h264.io.model.SliceType;
import org.jcodec.codecs.h264.io.model.VUIParameters;
import org.jcodec.common.model.Size;

/** H.264 at one quality for all frames, which says how its colours are meant: players guess differently otherwise. */
final class SceneEncoder extends H264Encoder {
    /** From 14 upwards the encoder's chroma predictions run away from the decoder's, seen as a tint across the picture. */
    private static final int QUANTIZER = 12;

    private static final int BT_709 = 1;
    private static final int UNSPECIFIED_VIDEO_FORMAT = 5;

    SceneEncoder() {
        super(new ConstantQuality(QUANTIZER));
        // A scene stands still: looking for what moved would take three quarters of the time.
        setMotionSearchRange(0);
    }

    @Override
    public SeqParameterSet initSPS(Size size) {
        SeqParameterSet parameters = super.initSPS(size);
        VUIParameters colors = new VUIParameters();
        colors.videoSignalTypePresentFlag = true;
        colors.videoFormat = UNSPECIFIED_VIDEO_FORMAT;
        colors.colourDescriptionPresentFlag = true;
        colors.colourPrimaries = BT_709;
        colors.transferCharacteristics = BT_709;
        colors.matrixCoefficients = BT_709;
        parameters.vuiParams = colors;
        return parameters;
    }

    private record ConstantQuality(int quantizer) implements RateControl {
        @Override
        public int startPicture(Size size, int maxSize, SliceType type) {
            return quantizer;
        }

        @Override
        public int initialQpDelta() {
            return 0;
        }

        @Override
        public int accept(int bits) {
            return 0;
        }
    }
}
