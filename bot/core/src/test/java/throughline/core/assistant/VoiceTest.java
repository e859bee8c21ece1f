package throughline.core.assistant;

import java.util.List;
import throughline.core.conversation.Messenger;
import throughline.core.conversation.MessengerContract;
import throughline.core.conversation.Posting;

class VoiceTest extends MessengerContract {
    private final Chat chat = new Chat();

    @Override
    protected Messenger messenger() {
        return chat.speaker;
    }

    @Override
    protected List<String> arrived() {
        return chat.speaker.said.stream().map(Posting::id).toList();
    }
}
