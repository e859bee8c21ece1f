package throughline.adapter.redis;

import throughline.core.conversation.TimeMark;
import throughline.core.conversation.TimeMarkContract;

class RedisTimeMarkTest extends TimeMarkContract {
    private final TimeMark mark = new RedisTimeMark(Shared.REDIS, Shared.organization());

    @Override
    protected TimeMark mark() {
        return mark;
    }
}
