package throughline.adapter.web;

import throughline.core.conversation.Transcript;
import throughline.core.conversation.TranscriptContract;

class MemoryTranscriptTest extends TranscriptContract {
    private final MemoryTranscript transcript = new MemoryTranscript();

    @Override
    protected Transcript transcript() {
        return transcript;
    }
}
