package throughline.core.assistant;

import java.util.List;
import throughline.core.conversation.Messenger;
import throughline.core.conversation.MessengerContract;
import throughline.core.conversation.Posting;
import throughline.core.people.Account;

class VoiceTest extends MessengerContract {
    private final Chat chat = new Chat();

    @Override
    protected Messenger messenger() {
        return chat.speaker;
    }

    @Override
    protected List<String> arrived() {
        return chat.speaker.said.stream()
                .filter(posting -> posting.place().channel().equals("#growth"))
                .map(Posting::id)
                .toList();
    }

    @Override
    protected Account somebody() {
        return Account.local("ana");
    }

    @Override
    protected List<String> arrivedInPrivate() {
        return chat.speaker.said.stream()
                .filter(posting -> posting.place().channel().equals("dm:ana"))
                .map(Posting::id)
                .toList();
    }
}
