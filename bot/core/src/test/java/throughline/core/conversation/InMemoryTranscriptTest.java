package throughline.core.conversation;

class InMemoryTranscriptTest extends TranscriptContract {
    private final Transcript transcript = new InMemoryTranscript();

    @Override
    protected Transcript transcript() {
        return transcript;
    }
}
