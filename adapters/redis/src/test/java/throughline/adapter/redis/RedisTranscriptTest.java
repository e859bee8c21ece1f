package throughline.adapter.redis;

import throughline.core.conversation.Transcript;
import throughline.core.conversation.TranscriptContract;

class RedisTranscriptTest extends TranscriptContract {
    private final Transcript transcript = new RedisTranscript(Shared.REDIS, Shared.organization());

    @Override
    protected Transcript transcript() {
        return transcript;
    }
}
