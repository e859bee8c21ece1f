package throughline.adapter.web;

import java.util.List;
import throughline.core.conversation.Messenger;
import throughline.core.conversation.MessengerContract;
import throughline.core.conversation.Transcript;

class LocalMessengerTest extends MessengerContract {
    private final MemoryTranscript transcript = new MemoryTranscript();
    private final LocalMessenger messenger = new LocalMessenger(transcript);

    @Override
    protected Messenger messenger() {
        return messenger;
    }

    @Override
    protected List<String> arrived() {
        return transcript.since("#growth", "").stream().map(Transcript.Kept::id).toList();
    }
}
