from touchstone import Agrees

Thread = Lock = RLock = Condition = Event = Agrees
