package throughline.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import throughline.core.conversation.Messenger;
import throughline.core.conversation.MessengerContract;
import throughline.core.conversation.Place;
import throughline.core.conversation.Transcript;
import throughline.core.people.Account;

class LocalMessengerTest extends MessengerContract {
    private final MemoryTranscript transcript = new MemoryTranscript();
    private final LocalMessenger messenger = new LocalMessenger(transcript, true);

    @Override
    protected Messenger messenger() {
        return messenger;
    }

    @Override
    protected List<String> arrived() {
        return transcript.since("#growth", "").stream().map(Transcript.Kept::id).toList();
    }

    @Override
    protected Account somebody() {
        return Account.local("ana");
    }

    @Override
    protected List<String> arrivedInPrivate() {
        return transcript.since("dm:ana", "").stream().map(Transcript.Kept::id).toList();
    }

    @Test
    void nobody_is_reached_behind_a_closed_door() {
        Place growth = new Place("local", "#growth", Optional.empty(), Place.Reach.INTERNAL);
        assertEquals(Optional.empty(), new LocalMessenger(transcript, false).direct(somebody(), growth));
    }
}
